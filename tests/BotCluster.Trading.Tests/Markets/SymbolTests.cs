using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Markets;

public sealed class SymbolTests
{
    [Theory]
    [InlineData("BTC-USDT", "BTC", "USDT", MarketKind.Spot)]
    [InlineData("BTC-USDT-PERP", "BTC", "USDT", MarketKind.Perpetual)]
    [InlineData("1000SHIB-USDC", "1000SHIB", "USDC", MarketKind.Spot)]
    public void Reads_what_it_writes(string text, string @base, string quote, MarketKind kind)
    {
        var symbol = Symbol.Parse(text);

        Assert.Equal((@base, quote, kind, text), (symbol.Base.Code, symbol.Quote.Code, symbol.Kind, symbol.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BTC")]
    [InlineData("BTCUSDT")]
    [InlineData("BTC/USDT")]
    [InlineData("btc-usdt")]
    [InlineData("BTC-")]
    [InlineData("-USDT")]
    [InlineData("BTC-USDT-SWAP")]
    [InlineData("BTC-USDT-PERP-X")]
    [InlineData("BTC -USDT")]
    [InlineData("ABCDEFGHIJKLM-USDT")]
    public void Refuses_what_is_no_symbol(string? text)
    {
        Assert.False(Symbol.TryParse(text, out _));
        var refusal = Assert.Throws<FormatException>(() => Symbol.Parse(text!));
        Assert.Contains("BASE-QUOTE", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_equal_and_in_order_by_its_text()
    {
        var spot = Symbol.Spot(new Asset("BTC"), new Asset("USDT"));

        Assert.Equal(spot, Symbol.Parse("BTC-USDT"));
        Assert.Equal(spot.GetHashCode(), Symbol.Parse("BTC-USDT").GetHashCode());
        Assert.NotEqual(spot, Symbol.Perpetual(new Asset("BTC"), new Asset("USDT")));
        Assert.True(spot.CompareTo(Symbol.Parse("ETH-USDT")) < 0);
        Assert.Equal(("", 0), (default(Symbol).ToString(), default(Symbol).GetHashCode()));
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
    }

    [Theory]
    [InlineData("")]
    [InlineData("btc")]
    [InlineData("BT C")]
    [InlineData("ABCDEFGHIJKLM")]
    public void An_asset_is_a_short_code_of_capitals_and_digits(string code) => Assert.Throws<ArgumentException>(() => new Asset(code));

    [Fact]
    public void An_asset_that_was_never_set_is_loud() => Assert.Throws<InvalidOperationException>(() => default(Asset).Code);
}
