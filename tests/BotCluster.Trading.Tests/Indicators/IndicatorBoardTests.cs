using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Indicators;

public sealed class IndicatorBoardTests
{
    private static readonly Symbol Bitcoin = Symbol.Parse("BTC-USDT");
    private static readonly Symbol Ether = Symbol.Parse("ETH-USDT");
    private static readonly Candle[] FiveMinutes = Table.Read("candles/BINANCE_BTCUSDT_2024_01_5m.csv.gz").Candles();
    private static readonly Candle[] Hours = Table.Read("candles/BINANCE_BTCUSDT_2024_01_1h.csv.gz").Candles();

    [Fact]
    public void Equal_specs_share_one_track_and_others_do_not()
    {
        var board = new IndicatorBoard(null);
        var track = board.Track(Bitcoin, Timeframe.OneHour, new EmaSpec(20));

        Assert.Same(track, board.Track(Bitcoin, Timeframe.OneHour, new EmaSpec(20)));
        Assert.Same(track, board.Of(Bitcoin).Register(Timeframe.OneHour, new EmaSpec(20)));
        Assert.NotSame(track, board.Track(Bitcoin, Timeframe.OneHour, new EmaSpec(21)));
        Assert.NotSame(track, board.Track(Bitcoin, Timeframe.FiveMinutes, new EmaSpec(20)));
        Assert.NotSame(track, board.Track(Ether, Timeframe.OneHour, new EmaSpec(20)));
        Assert.Same(board.Series(Bitcoin, Timeframe.OneHour), board.Series(Bitcoin, Timeframe.OneHour));
    }

    [Fact]
    public void A_shared_indicator_is_computed_once_for_each_candle()
    {
        var board = new IndicatorBoard(null);
        var counting = new CountingSpec();
        board.Track(Bitcoin, Timeframe.FiveMinutes, counting);
        board.Track(Bitcoin, Timeframe.FiveMinutes, counting);
        Feed(board, Bitcoin, FiveMinutes.AsSpan(0, 100));

        Assert.Equal(100, Assert.Single(counting.Made).Updates);
    }

    [Fact]
    public void Hours_put_together_from_five_minutes_are_the_venues_own_hours()
    {
        var board = new IndicatorBoard(null, 1024);
        var series = board.Series(Bitcoin, Timeframe.OneHour);
        Feed(board, Bitcoin, FiveMinutes);

        Assert.Equal(Hours.Length, series.Latest + 1);
        for (var sequence = 0; sequence < Hours.Length; sequence++)
        {
            AssertSame(Hours[sequence], series[sequence]);
        }
    }

    [Fact]
    public void Readings_are_those_of_the_indicator_alone()
    {
        var board = new IndicatorBoard(null, 1024);
        var track = board.Track(Bitcoin, Timeframe.OneHour, new RsiSpec());
        Feed(board, Bitcoin, FiveMinutes);

        var alone = new Rsi(14);
        for (var sequence = 0; sequence < Hours.Length; sequence++)
        {
            Assert.Equal(alone.Update(Hours[sequence]), track.At(sequence));
        }
    }

    [Fact]
    public void Who_asks_by_time_sees_nothing_of_what_came_after()
    {
        var board = new IndicatorBoard(null, 1024);
        var series = board.Series(Bitcoin, Timeframe.OneHour);
        var track = board.Track(Bitcoin, Timeframe.OneHour, new SmaSpec(20));
        var seen = new List<(DateTimeOffset At, double? Value)>();
        foreach (var candle in FiveMinutes)
        {
            board.Append(Bitcoin, Timeframe.FiveMinutes, candle);
            var now = candle.OpenTime.AddMinutes(5);
            seen.Add((now, series.TryFind(now, out var sequence) ? track.At(sequence) : null));
        }

        Assert.All(seen, then =>
            Assert.Equal(then.Value, series.TryFind(then.At, out var sequence) ? track.At(sequence) : null));
        Assert.Null(seen[20 * 12 - 2].Value);
        Assert.NotNull(seen[20 * 12 - 1].Value);
    }

    [Fact]
    public void A_coarse_candle_closes_even_if_its_last_part_is_missing_or_all_but_its_last()
    {
        var board = new IndicatorBoard(null);
        var series = board.Series(Bitcoin, Timeframe.OneHour);

        // 00:55 of the first hour is missing, then everything up to 02:55 but that one candle, which ends its hour.
        Feed(board, Bitcoin, FiveMinutes.AsSpan(0, 11));
        Assert.True(series.IsEmpty);
        board.Append(Bitcoin, Timeframe.FiveMinutes, FiveMinutes[35]);

        Assert.Equal(2, series.Latest + 1);
        Assert.Equal(FiveMinutes[0].OpenTime, series[0].OpenTime);
        Assert.Equal(FiveMinutes[10].Close, series[0].Close);
        Assert.Equal(FiveMinutes[24].OpenTime, series[1].OpenTime);
        Assert.Equal(FiveMinutes[35].Close, series[1].Close);
        Assert.Equal(FiveMinutes[35].Volume, series[1].Volume);
    }

    [Fact]
    public void Time_finds_the_last_candle_that_had_closed_by_then_across_gaps()
    {
        var board = new IndicatorBoard(null);
        var series = board.Series(Bitcoin, Timeframe.FiveMinutes);
        var start = FiveMinutes[0].OpenTime;
        Assert.False(series.TryFind(start.AddDays(1), out _));
        Feed(board, Bitcoin, [.. FiveMinutes[..10], .. FiveMinutes[20..30]]);

        Assert.False(series.TryFind(start.AddMinutes(4), out _));
        Assert.Equal(0, Found(series, start.AddMinutes(5)));
        Assert.Equal(0, Found(series, start.AddMinutes(9)));
        Assert.Equal(9, Found(series, start.AddMinutes(50)));
        Assert.Equal(9, Found(series, start.AddMinutes(104)));
        Assert.Equal(10, Found(series, start.AddMinutes(105)));
        Assert.Equal(19, Found(series, start.AddMinutes(150)));
        Assert.Equal(19, Found(series, start.AddDays(9)));
        Assert.Equal(start.AddMinutes(150), series.CloseTime(19));
    }

    [Fact]
    public void What_is_no_longer_or_not_yet_held_is_refused_clearly()
    {
        var board = new IndicatorBoard(null, 16);
        var series = board.Series(Bitcoin, Timeframe.FiveMinutes);
        var track = board.Track(Bitcoin, Timeframe.FiveMinutes, new SmaSpec(2));
        Assert.Contains("nothing is held yet", Refusal(() => series[0]));

        Feed(board, Bitcoin, FiveMinutes.AsSpan(0, 20));

        Assert.Equal((4, 19), (series.Oldest, series.Latest));
        Assert.Equal(FiveMinutes[4], series[4]);
        Assert.NotNull(track.At(track.Oldest));
        Assert.StartsWith("Candle 3 is no longer held (the last 16 are); 4 to 19", Refusal(() => series[3]));
        Assert.StartsWith("Candle 20 has not closed yet", Refusal(() => track.At(20)));
        Assert.False(series.TryFind(FiveMinutes[3].OpenTime.AddMinutes(5), out _));
        var odd = new IndicatorBoard(null, 100);
        Assert.Contains("power of two", Refusal(() => odd.Series(Bitcoin, Timeframe.OneHour)));
    }

    [Fact]
    public void Candles_out_of_order_twice_or_of_another_length_are_refused()
    {
        var board = new IndicatorBoard(null);
        Feed(board, Bitcoin, FiveMinutes.AsSpan(0, 3));

        Assert.Throws<ArgumentException>(() => board.Append(Bitcoin, Timeframe.FiveMinutes, FiveMinutes[2]));
        Assert.Throws<ArgumentException>(() => board.Append(Bitcoin, Timeframe.FiveMinutes, FiveMinutes[1]));
        Assert.Throws<ArgumentException>(() => board.Append(Bitcoin, Timeframe.OneMinute, FiveMinutes[3]));
        board.Append(Bitcoin, Timeframe.FiveMinutes, FiveMinutes[3]);
        Assert.Equal(3, board.Series(Bitcoin, Timeframe.FiveMinutes).Latest);
    }

    [Fact]
    public void A_timeframe_that_the_feed_does_not_add_up_to_is_refused_or_stays_empty()
    {
        var board = new IndicatorBoard(null);
        var early = board.Series(Bitcoin, new Timeframe(7));
        Feed(board, Bitcoin, FiveMinutes.AsSpan(0, 300));

        Assert.True(early.IsEmpty);
        var refusal = Assert.Throws<ArgumentException>(() => board.Series(Bitcoin, Timeframe.OneMinute));
        Assert.Contains("5m, which do not add up to 1m; ask for a multiple of 5m", refusal.Message);
    }

    [Fact]
    public void Appending_and_reading_allocate_nothing()
    {
        var board = new IndicatorBoard(null);
        var series = board.Series(Bitcoin, Timeframe.OneHour);
        var track = board.Track(Bitcoin, Timeframe.OneHour, new IchimokuSpec());
        board.Track(Bitcoin, Timeframe.FiveMinutes, new SmaSpec(20));
        Feed(board, Bitcoin, FiveMinutes.AsSpan(0, 4000));
        Ask(4000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var candle in FiveMinutes.AsSpan(4000))
        {
            board.Append(Bitcoin, Timeframe.FiveMinutes, candle);
        }

        Ask(FiveMinutes.Length);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Ask(int candles)
        {
            for (var back = 1; back < 3000; back += 7)
            {
                var at = FiveMinutes[candles - back].OpenTime;
                _ = series.TryFind(at, out var sequence) && track.At(sequence) is null;
            }
        }
    }

    private static void Feed(IndicatorBoard board, Symbol symbol, ReadOnlySpan<Candle> candles)
    {
        foreach (var candle in candles)
        {
            board.Append(symbol, Timeframe.FiveMinutes, candle);
        }
    }

    private static long Found(CandleSeries series, DateTimeOffset at) =>
        series.TryFind(at, out var sequence) ? sequence : throw new InvalidOperationException($"Nothing by {at:u}.");

    private static string Refusal(Func<object?> read) =>
        Assert.Throws<ArgumentOutOfRangeException>(read).Message;

    // The venue adds up exact volumes; sums of doubles differ in the last digits.
    private static void AssertSame(Candle expected, Candle actual)
    {
        Assert.Equal(
            (expected.OpenTime, expected.Open, expected.High, expected.Low, expected.Close),
            (actual.OpenTime, actual.Open, actual.High, actual.Low, actual.Close));
        Assert.Equal(expected.Volume, actual.Volume, 1e-9);
    }

    private sealed record CountingSpec : IIndicatorSpec<int>
    {
        public List<Counting> Made { get; } = [];

        public string Name => "Counting";

        public int WarmUpOn(Timeframe timeframe) => 1;

        public IIndicator<int> Create()
        {
            Made.Add(new Counting());
            return Made[^1];
        }
    }

    private sealed class Counting : IIndicator<int>
    {
        public int Updates { get; private set; }

        public int? Update(in Candle candle) => ++Updates;
    }
}
