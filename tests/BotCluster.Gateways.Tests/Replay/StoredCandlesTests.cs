using BotCluster.Gateways.Replay;
using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Tests.Replay;

public sealed class StoredCandlesTests(RealCandles real)
{
    public static TheoryData<string> Bases { get; } = ["BTC", "ETH", "SOL", "XRP", "DOGE", "LINK", "AVAX", "LTC", "ATOM", "UNI"];

    [Theory]
    [MemberData(nameof(Bases))]
    public void Adds_the_5_minute_candles_up_to_the_hours_the_venue_published(string @base)
    {
        var symbol = Symbol.Parse($"{@base}-USDT");
        var published = RealCandles.File(symbol, Timeframe.OneHour);
        var candles = real.Library.For(symbol)!.Driving(DateTimeOffset.UnixEpoch)!;
        Assert.Equal(Timeframe.FiveMinutes, candles.Timeframe);

        var added = candles.Before(Timeframe.OneHour, DateTimeOffset.MaxValue, published.Count + 1);

        Assert.Equal(published.Count, added.Length);
        Assert.All(published.Zip(added), pair =>
        {
            Assert.Equal(Prices(pair.First), Prices(pair.Second));
            Assert.Equal(pair.First.Volume, pair.Second.Volume, pair.First.Volume * 1e-9);
        });
    }

    [Fact]
    public void Gives_whole_coarse_candles_that_had_closed_and_no_others()
    {
        var candles = FiveMinutes(Enumerable.Range(1, 30));

        // The hour from 00:00 lacks its beginning, the one from 02:00 has not ended.
        Assert.Equal([60d], Opens(candles.Before(Timeframe.OneHour, At(155), 10)));
        Assert.Empty(candles.Before(Timeframe.OneHour, At(119), 10));
        Assert.Equal([145d, 150], Opens(candles.Before(Timeframe.FiveMinutes, At(155), 2)));
        Assert.Equal([140d, 145], Opens(candles.Before(Timeframe.FiveMinutes, At(154), 2)));
        Assert.Empty(candles.Before(Timeframe.FiveMinutes, At(9), 2));
        Assert.Empty(candles.Before(Timeframe.FiveMinutes, At(155), 0));
    }

    [Fact]
    public void Skips_hours_that_are_missing_and_keeps_those_with_holes()
    {
        var candles = FiveMinutes([0, 5, 11, 12, 40, 41, 48]);

        var hours = candles.Before(Timeframe.OneHour, At(300), 10);

        Assert.Equal([0d, 60, 180, 240], Opens(hours));
        Assert.Equal((0d, 55d, 0d, 55d, 3d), (hours[0].Open, hours[0].High, hours[0].Low, hours[0].Close, hours[0].Volume));
        Assert.Equal([180d, 240], Opens(candles.Before(Timeframe.OneHour, At(300), 2)));
    }

    private static StoredCandles FiveMinutes(IEnumerable<int> places) => new(
        Timeframe.FiveMinutes,
        [.. places.Select(place => new Candle(At(place * 5), place * 5, place * 5, place * 5, place * 5, 1))]);

    private static DateTimeOffset At(int minute) => CandleFolder.Midnight.AddMinutes(minute);

    private static IEnumerable<double> Opens(IEnumerable<Candle> candles) =>
        candles.Select(candle => (candle.OpenTime - CandleFolder.Midnight).TotalMinutes);

    private static (DateTimeOffset, double, double, double, double) Prices(Candle candle) =>
        (candle.OpenTime, candle.Open, candle.High, candle.Low, candle.Close);
}
