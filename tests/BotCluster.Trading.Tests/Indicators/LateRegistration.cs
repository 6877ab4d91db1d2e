using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Indicators;

public sealed class LateRegistration
{
    private static readonly Symbol Bitcoin = Symbol.Parse("BTC-USDT");
    private static readonly Candle[] FiveMinutes = Table.Read("candles/BINANCE_BTCUSDT_2024_01_5m.csv.gz").Candles();
    private static readonly Candle[] Hours = Table.Read("candles/BINANCE_BTCUSDT_2024_01_1h.csv.gz").Candles();

    [Theory]
    [InlineData(8000)]
    [InlineData(8005)]
    [InlineData(300)]
    public void A_track_asked_for_late_reads_like_an_early_one(int appended)
    {
        var board = new IndicatorBoard(History(), 256);
        var series = board.Series(Bitcoin, Timeframe.FiveMinutes);
        var early = board.Track(Bitcoin, Timeframe.FiveMinutes, new EmaSpec(9));
        Feed(board, 0, appended);

        var late = board.Track(Bitcoin, Timeframe.FiveMinutes, new EarlierEma(9));

        AssertSameReadings(series, early, late);
        Feed(board, appended, appended + 300);
        AssertSameReadings(series, early, late);
    }

    [Theory]
    [InlineData(8000)]
    [InlineData(8005)]
    [InlineData(8016)]
    public void A_timeframe_asked_for_late_holds_the_candles_of_an_early_one(int appended)
    {
        var board = new IndicatorBoard(History(), 256);
        var early = board.Series(Bitcoin, Timeframe.OneHour);
        Feed(board, 0, appended);
        var latecomer = new IndicatorBoard(History(), 256);
        Feed(latecomer, 0, appended);

        var late = latecomer.Series(Bitcoin, Timeframe.OneHour);
        var track = latecomer.Track(Bitcoin, Timeframe.OneHour, new SmaSpec(50));

        AssertSameCandles(early, late);
        Feed(board, appended, appended + 400);
        Feed(latecomer, appended, appended + 400);
        AssertSameCandles(early, late);
        Assert.NotNull(track.At(late.Oldest));
    }

    [Theory]
    [InlineData(4320)]
    [InlineData(4325)]
    public void A_feed_that_starts_again_finds_its_board_as_if_it_had_never_stopped(int stopped)
    {
        var steady = new IndicatorBoard(null, 256);
        var restarted = new IndicatorBoard(History(), 256);
        var (before, after) = (Rsi(steady), Rsi(restarted));
        Feed(steady, 0, stopped + 500);

        Feed(restarted, stopped, stopped + 500);

        var series = steady.Series(Bitcoin, Timeframe.OneHour);
        var again = restarted.Series(Bitcoin, Timeframe.OneHour);
        AssertSameCandles(series, again);
        for (var back = 0; back < 256; back++)
        {
            var expected = before.At(series.Latest - back)!.Value;
            Assert.Equal(expected, after.At(again.Latest - back)!.Value, 1e-6 * expected);
        }

        static Track<double> Rsi(IndicatorBoard board) => board.Track(Bitcoin, Timeframe.OneHour, new RsiSpec());
    }

    [Fact]
    public void Without_a_history_the_half_hour_a_feed_started_in_is_not_passed_off_as_a_whole_one()
    {
        var board = new IndicatorBoard(null);
        var series = board.Series(Bitcoin, Timeframe.OneHour);
        Feed(board, 6, 36);

        Assert.Equal(2, series.Latest + 1);
        Assert.Equal(FiveMinutes[12].OpenTime, series[0].OpenTime);
    }

    [Fact]
    public void History_is_asked_for_what_had_closed_and_for_enough()
    {
        var history = History();
        var board = new IndicatorBoard(history, 64);
        board.Track(Bitcoin, Timeframe.OneHour, new SmaSpec(200));
        Feed(board, 4325, 4326);

        var start = FiveMinutes[4325].OpenTime;
        Assert.Contains((Timeframe.FiveMinutes, start, 64), history.Asked);
        Assert.Contains((Timeframe.OneHour, Timeframe.OneHour.OpenOf(start), 264), history.Asked);
        Assert.Contains((Timeframe.OneDay, Timeframe.OneDay.OpenOf(start), 32), history.Asked);
        Assert.All(history.Asked, asked => Assert.True(asked.Before <= start));
    }

    [Fact]
    public void Days_that_a_bot_asked_for_are_asked_for_in_full()
    {
        var history = History();
        var board = new IndicatorBoard(history, 64);
        board.Track(Bitcoin, Timeframe.OneDay, new SmaSpec(5));
        Feed(board, 4325, 4326);

        Assert.Contains((Timeframe.OneDay, Timeframe.OneDay.OpenOf(FiveMinutes[4325].OpenTime), 69), history.Asked);
    }

    [Fact]
    public void The_feed_goes_on_while_a_latecomer_waits_for_its_history()
    {
        var history = History();
        var board = new IndicatorBoard(history, 64);
        var series = board.Series(Bitcoin, Timeframe.FiveMinutes);
        var early = board.Track(Bitcoin, Timeframe.FiveMinutes, new EmaSpec(9));
        Feed(board, 0, 2000);

        // Far more than the ring holds: what the latecomer did not see would be lost but for the backlog.
        history.WhenAsked = () => Feed(board, 2000, 2300);
        var late = board.Track(Bitcoin, Timeframe.FiveMinutes, new EarlierEma(9));

        AssertSameReadings(series, early, late);
    }

    [Fact]
    public void A_history_that_fails_or_lies_leaves_the_board_as_it_was()
    {
        var history = History();
        var board = new IndicatorBoard(history, 64);
        history.WhenAsked = () => throw new TimeoutException();
        Assert.Throws<TimeoutException>(() => Feed(board, 2000, 2001));
        history.WhenAsked = null;
        Feed(board, 2000, 2100);
        history.WhenAsked = () => throw new TimeoutException();
        Assert.Throws<TimeoutException>(() => board.Track(Bitcoin, Timeframe.FiveMinutes, new SmaSpec(5)));
        Assert.Throws<TimeoutException>(() => board.Series(Bitcoin, Timeframe.OneHour));
        history.WhenAsked = null;
        Feed(board, 2100, 2101);

        Assert.NotNull(board.Track(Bitcoin, Timeframe.FiveMinutes, new SmaSpec(5)).At(
            board.Series(Bitcoin, Timeframe.FiveMinutes).Oldest));
        var unordered = new IndicatorBoard(new PastOf((Timeframe.FiveMinutes, [FiveMinutes[1], FiveMinutes[0]])));
        Assert.Throws<InvalidOperationException>(() => Feed(unordered, 2000, 2001));
    }

    private static PastOf History() =>
        new((Timeframe.FiveMinutes, FiveMinutes), (Timeframe.OneHour, Hours));

    private static void Feed(IndicatorBoard board, int from, int to)
    {
        foreach (var candle in FiveMinutes.AsSpan(from..to))
        {
            board.Append(Bitcoin, Timeframe.FiveMinutes, candle);
        }
    }

    private static void AssertSameReadings(CandleSeries series, Track<double> early, Track<double> late)
    {
        for (var sequence = series.Oldest; sequence <= series.Latest; sequence++)
        {
            if (early.At(sequence) is not { } expected)
            {
                Assert.Null(late.At(sequence));
                continue;
            }

            Assert.Equal(expected, late.At(sequence)!.Value, 1e-6 * expected);
        }
    }

    private static void AssertSameCandles(CandleSeries early, CandleSeries late)
    {
        for (var back = 0; back < 256; back++)
        {
            var (expected, actual) = (early[early.Latest - back], late[late.Latest - back]);
            Assert.Equal(
                (expected.OpenTime, expected.Open, expected.High, expected.Low, expected.Close),
                (actual.OpenTime, actual.Open, actual.High, actual.Low, actual.Close));
            Assert.Equal(expected.Volume, actual.Volume, 1e-9);
        }
    }

    // The same average under another spec, so that the board cannot share it.
    private sealed record EarlierEma(int Period) : IIndicatorSpec<double>
    {
        private readonly EmaSpec _spec = new(Period);

        public string Name => _spec.Name;

        public int WarmUpOn(Timeframe timeframe) => _spec.WarmUpOn(timeframe);

        public IIndicator<double> Create() => _spec.Create();
    }
}
