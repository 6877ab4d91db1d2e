using BotCluster.Gateways.Candles;
using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Tests.Candles;

public sealed class CandleFileNameTests
{
    [Theory]
    [InlineData("data/candles/BINANCE_BTCUSDT_5m.csv.gz", "BINANCE", "BTC-USDT", null, "5m")]
    [InlineData("BINANCE_BTCUSDT_2017_2021_1d.csv", "BINANCE", "BTC-USDT", "2017_2021", "1d")]
    [InlineData("COINBASE_BTCUSD_4h.csv.gz", "COINBASE", "BTC-USD", null, "4h")]
    [InlineData("BINANCE_XRPETH_201910a_1m.csv.gz", "BINANCE", "XRP-ETH", "201910a", "1m")]
    [InlineData("OKX_BTC-USDT-PERP_1h.csv", "OKX", "BTC-USDT-PERP", null, "1h")]
    public void Says_venue_symbol_and_timeframe(string path, string venue, string symbol, string? span, string timeframe)
    {
        Assert.True(CandleFileName.TryParse(path, out var name));
        Assert.Equal(new CandleFileName(venue, Symbol.Parse(symbol), span, Timeframe.Parse(timeframe)), name);
    }

    [Theory]
    [InlineData("BTCPERP_1m.csv.gz")]
    [InlineData("BINANCE_USDT_1m.csv")]
    [InlineData("BINANCE_BTCXYZ_1m.csv")]
    [InlineData("BINANCE_BTCUSDT_5x.csv")]
    [InlineData("BINANCE_BTCUSDT_5m.txt")]
    [InlineData("_BTCUSDT_5m.csv")]
    [InlineData("")]
    public void Is_not_guessed_from_another_name(string path) => Assert.False(CandleFileName.TryParse(path, out _));
}
