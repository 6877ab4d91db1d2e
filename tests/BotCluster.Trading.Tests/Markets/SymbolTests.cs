using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Markets;

public sealed class SymbolTests
{
    [Theory]
    [InlineData("BTC-USDT", "BTC", "USDT", MarketKind.Spot)]
    [InlineData("1000PEPE-USDC-PERP", "1000PEPE", "USDC", MarketKind.Perpetual)]
    public void Is_read_back_from_its_text(string text, string @base, string quote, MarketKind kind)
    {
        for (var time = 0; time < 2; time++)
        {
            var symbol = Symbol.Parse(text);
            Assert.Equal((@base, quote, kind, text), (symbol.Base.Code, symbol.Quote.Code, symbol.Kind, symbol.ToString()));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BTC")]
    [InlineData("btc-usdt")]
    [InlineData("BTC-USDT-")]
    [InlineData("BTC-USDT-SWAP")]
    [InlineData("BTC-USDT-PERP-X")]
    [InlineData("BTC--USDT")]
    public void Refuses_what_is_no_symbol(string? text)
    {
        Assert.False(Symbol.TryParse(text, out var symbol));
        Assert.Equal(default, symbol);
    }

    [Fact]
    public void Is_equal_by_its_text_also_where_more_are_met_than_are_shared()
    {
        var before = Symbol.Parse("BTC-USDT");
        for (var number = 0; number < 20_000; number++)
        {
            var text = $"S{number}-USDT";
            Assert.Equal(Symbol.Parse(text), Symbol.Spot(new Asset($"S{number}"), new Asset("USDT")));
            Assert.Equal(Symbol.Parse(text).GetHashCode(), Symbol.Parse(text).GetHashCode());
        }

        Assert.Equal(before, Symbol.Parse("BTC-USDT"));
        Assert.NotEqual(before, Symbol.Parse("BTC-USDT-PERP"));
        Assert.True(before.CompareTo(Symbol.Parse("ETH-USDT")) < 0);
        Assert.Equal("", default(Symbol).ToString());
        Assert.Equal(0, default(Symbol).GetHashCode());
    }
}
