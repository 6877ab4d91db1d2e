using BotCluster.Gateways.Replay;
using BotCluster.Ledger.Candles;
using BotCluster.Testing;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Gateways.Tests.Replay;

public sealed class ReplayFeedTests(RealCandles real, PostgresFixture postgres) : IDisposable
{
    private static readonly DateTimeOffset Start = new(2024, 2, 12, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(20);

    private readonly ManualTimeProvider _time = new();
    private readonly MemoryCursor _cursor = new();
    private readonly CandleFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Steps_through_the_instants_at_which_candles_closed_in_the_order_of_the_catalogue()
    {
        var feed = Feed(real.Library, new ReplayOptions { Speed = ReplaySpeed.Max });
        Assert.Equal(FeedStatus.Starting, feed.State.Status);

        var steps = await TakeAsync(feed, 24);

        Assert.Equal(Enumerable.Range(1, 24).Select(step => Start.AddMinutes(5 * step)), steps.Select(step => step.At));
        var catalog = real.Library.Catalog;
        Assert.Equal(catalog.Symbols, steps[11].Symbols);
        Assert.Equal(catalog.Symbols.Where(symbol => feed.FinestOf(symbol) == Timeframe.FiveMinutes), steps[12].Symbols);
        Assert.Equal(20, steps[12].Symbols.Count);
        Assert.Equal((FeedStatus.Running, Start.AddHours(2)), (feed.State.Status, feed.State.LastStep));
        Assert.Equal(_time.GetUtcNow(), feed.State.LastStepAt);
    }

    [Fact]
    public void Knows_the_finest_candles_of_every_instrument()
    {
        var feed = Feed(real.Library, new ReplayOptions());

        Assert.Equal(Timeframe.FiveMinutes, feed.FinestOf(RealCandles.BtcPerpetual));
        Assert.Equal(Timeframe.OneHour, feed.FinestOf(RealCandles.Trx));
        Assert.Equal(26, feed.Instruments.Count);
        Assert.Contains("NOPE-USDT", Assert.Throws<ArgumentException>(() => feed.FinestOf(Symbol.Parse("NOPE-USDT"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prices_a_perpetual_by_its_spot_candles()
    {
        var feed = Feed(real.Library, new ReplayOptions { Speed = ReplaySpeed.Max });

        var step = (await TakeAsync(feed, 12))[^1];

        Assert.NotNull(CandleAt(feed.Board, RealCandles.Btc, Timeframe.OneHour, step.At));
        Assert.Equal(
            CandleAt(feed.Board, RealCandles.Btc, Timeframe.OneHour, step.At),
            CandleAt(feed.Board, RealCandles.BtcPerpetual, Timeframe.OneHour, step.At));
    }

    [Fact]
    public async Task Warms_up_the_board_with_the_candles_from_before_the_start()
    {
        var feed = Feed(real.Library, new ReplayOptions { Speed = ReplaySpeed.Max });
        var hours = feed.Board.Track(RealCandles.Btc, Timeframe.OneHour, new SmaSpec(200));
        var fourHours = feed.Board.Track(RealCandles.Btc, Timeframe.FourHours, new EmaSpec(50));

        var step = Assert.Single(await TakeAsync(feed, 1));

        var published = RealCandles.File(RealCandles.Btc, Timeframe.OneHour);
        var closes = published.Where(candle => candle.OpenTime + Timeframe.OneHour.Length <= step.At).TakeLast(200).Average(candle => candle.Close);
        Assert.True(feed.Board.Series(RealCandles.Btc, Timeframe.OneHour).TryFind(step.At, out var hour));
        Assert.Equal(closes, hours.At(hour)!.Value, 1e-6);
        Assert.True(feed.Board.Series(RealCandles.Btc, Timeframe.FourHours).TryFind(step.At, out var fourth));
        Assert.NotNull(fourHours.At(fourth));
    }

    [Fact]
    public async Task Gives_the_same_steps_and_readings_after_a_restart_in_the_middle()
    {
        const int Whole = 1_500;
        const int Before = 700;
        var options = new ReplayOptions { Speed = ReplaySpeed.Max };
        var uninterrupted = await ReadingsAsync(Feed(real.Library, options, new MemoryCursor()), Whole);

        var first = await ReadingsAsync(Feed(real.Library, options), Before);
        var second = await ReadingsAsync(Feed(real.Library, options), Whole - Before);

        Assert.Equal(Whole, first.Count + second.Count);
        Assert.All(uninterrupted.Zip(first.Concat(second)), pair =>
        {
            Assert.Equal(pair.First.Step.At, pair.Second.Step.At);
            Assert.Equal(pair.First.Step.Symbols, pair.Second.Step.Symbols);
            Assert.Equal(pair.First.Candles, pair.Second.Candles);
            Assert.All(pair.First.Readings.Zip(pair.Second.Readings), both => Assert.Equal(both.First, both.Second, both.First * 1e-6));
        });
    }

    [Fact]
    public async Task Shows_nothing_that_lies_ahead_of_the_step()
    {
        var feed = Feed(real.Library, new ReplayOptions { Speed = ReplaySpeed.Max });
        Timeframe[] timeframes = [Timeframe.FiveMinutes, Timeframe.OneHour, Timeframe.FourHours, Timeframe.OneDay];
        Symbol[] symbols = [RealCandles.Btc, RealCandles.BtcPerpetual, RealCandles.Trx];
        var beforeTheFirst = feed.History.Before(RealCandles.Btc, Timeframe.FiveMinutes, DateTimeOffset.MaxValue, 1);
        Assert.Equal(Start, beforeTheFirst[0].OpenTime + Timeframe.FiveMinutes.Length);

        for (var number = 0; number < 600; number++)
        {
            var step = (await feed.NextAsync(Token))!;
            var pairs =
                from symbol in symbols
                from timeframe in timeframes
                where timeframe.IsMultipleOf(feed.FinestOf(symbol))
                select (symbol, timeframe);
            foreach (var (symbol, timeframe) in pairs)
            {
                var past = feed.History.Before(symbol, timeframe, DateTimeOffset.MaxValue, 3);
                Assert.Equal(3, past.Count);
                Assert.All(past, candle => Assert.True(candle.OpenTime + timeframe.Length <= step.At));
                if (number >= 100)
                {
                    // Some are asked for only now, while the replay runs.
                    var series = feed.Board.Series(symbol, timeframe);
                    Assert.True(series.CloseTime(series.Latest) <= step.At);
                    Assert.Equal(past[^1], series[series.Latest]);
                }
            }
        }
    }

    [Fact]
    public async Task Gives_one_step_a_second_unless_told_otherwise()
    {
        var feed = Feed(real.Library, new ReplayOptions());
        await TakeAsync(feed, 1);
        var second = feed.NextAsync(Token).AsTask();
        _time.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(Start.AddMinutes(10), (await second.WaitAsync(LongEnough, Token))!.At);

        var third = feed.NextAsync(Token).AsTask();
        Assert.False(third.IsCompleted);
        feed.Speed = ReplaySpeed.Max;

        Assert.Equal(Start.AddMinutes(15), (await third.WaitAsync(LongEnough, Token))!.At);
        Assert.Contains("as fast as the bots can follow", feed.State.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loses_no_step_when_waiting_for_it_is_broken_off()
    {
        var feed = Feed(real.Library, new ReplayOptions());
        await TakeAsync(feed, 1);
        using var stop = new CancellationTokenSource();
        var broken = feed.NextAsync(stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => broken);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Start.AddMinutes(10), (await feed.NextAsync(Token))!.At);
    }

    [Fact]
    public async Task Lets_latecomers_catch_up_unpaced_and_moves_the_cursor_only_past_where_it_was()
    {
        _cursor.Saved.Add(Start.AddMinutes(50));
        var feed = Feed(real.Library, new ReplayOptions { ResumeFrom = Start.AddMinutes(20) });

        // The clock stands still all the while.
        var steps = await TakeAsync(feed, 6);
        Assert.Equal(Enumerable.Range(5, 6).Select(step => Start.AddMinutes(5 * step)), steps.Select(step => step.At));
        Assert.Equal("Catching up to 2024-02-12 00:50, where the replay stopped.", feed.State.Detail);
        Assert.Equal([Start.AddMinutes(50)], _cursor.Saved);

        Assert.Equal(Start.AddMinutes(55), (await TakeAsync(feed, 1))[0].At);
        Assert.Equal([Start.AddMinutes(50), Start.AddMinutes(55)], _cursor.Saved);
        Assert.False(feed.NextAsync(new CancellationToken(canceled: false)).AsTask().IsCompleted);
    }

    [Fact]
    public async Task Goes_on_where_the_ledger_says_it_had_come()
    {
        await using var database = await postgres.CreateDatabaseAsync(Token);
        var cursor = new FeedCursor(database.Source, "replay");
        var options = new ReplayOptions { Speed = ReplaySpeed.Max };
        await TakeAsync(new ReplayFeed(real.Library, cursor, options, _time), 7);

        var step = Assert.Single(await TakeAsync(new ReplayFeed(real.Library, cursor, options, _time), 1));

        Assert.Equal(Start.AddMinutes(40), step.At);
    }

    [Fact]
    public async Task Goes_on_at_the_cursor_where_every_bot_has_come_further()
    {
        _cursor.Saved.Add(Start.AddMinutes(50));
        var feed = Feed(real.Library, new ReplayOptions { ResumeFrom = Start.AddMinutes(55) });

        Assert.Equal(Start.AddMinutes(55), (await TakeAsync(feed, 1))[0].At);
    }

    [Fact]
    public async Task Says_that_the_data_came_to_their_end()
    {
        _cursor.Saved.Add(new DateTimeOffset(2024, 6, 30, 23, 50, 0, TimeSpan.Zero));
        var feed = Feed(real.Library, new ReplayOptions { Speed = ReplaySpeed.Max });

        Assert.Equal(2, (await TakeAsync(feed, 5)).Count);

        Assert.Null(await feed.NextAsync(Token));
        Assert.Equal(FeedStatus.Ended, feed.State.Status);
        Assert.Equal("The replay came to the end of its data at 2024-07-01 00:00.", feed.State.Detail);
        Assert.Equal(new DateTimeOffset(2024, 7, 1, 0, 0, 0, TimeSpan.Zero), feed.State.LastStep);
    }

    [Fact]
    public async Task Goes_over_gaps_without_waiting_for_what_is_not_there()
    {
        _folder.Write("X_AUSDT_5m.csv", [0, 5, 6_000]);
        _folder.Write("X_BUSDT_1h.csv", [0, 60, 6_000]);
        var feed = Feed(await _folder.LoadAsync(), new ReplayOptions { Start = CandleFolder.Midnight, Speed = ReplaySpeed.Max });

        var steps = await TakeAsync(feed, 10);

        Assert.Equal([5, 10, 60, 120, 6_005, 6_060], steps.Select(step => (int)(step.At - CandleFolder.Midnight).TotalMinutes));
        Assert.Equal("B-USDT-PERP,B-USDT", string.Join(',', steps[2].Symbols));
        Assert.Equal(5, steps[0].At.Minute);
        Assert.Equal("A-USDT", Assert.Single(steps[4].Symbols).ToString());
    }

    [Fact]
    public async Task Completes_older_history_from_coarser_candles()
    {
        _folder.Write("X_AUSDT_1h.csv", Enumerable.Range(0, 10).Select(hour => hour * 60));
        _folder.Write("X_AUSDT_5m.csv", Enumerable.Range(60, 120).Select(place => place * 5));
        var feed = Feed(await _folder.LoadAsync(), new ReplayOptions { Start = CandleFolder.Midnight.AddHours(8), Speed = ReplaySpeed.Max });
        var step = (await TakeAsync(feed, 1))[0];

        var hours = feed.History.Before(Symbol.Parse("A-USDT"), Timeframe.OneHour, step.At, 100);

        Assert.Equal(Enumerable.Range(0, 8), hours.Select(hour => (int)(hour.OpenTime - CandleFolder.Midnight).TotalHours));
        Assert.Equal(CandleFolder.Midnight.AddHours(8).AddMinutes(5), step.At);
    }

    private ReplayFeed Feed(CandleLibrary library, ReplayOptions options, MemoryCursor? cursor = null) =>
        new(library, cursor ?? _cursor, options, _time);

    private static async Task<List<MarketStep>> TakeAsync(ReplayFeed feed, int most)
    {
        var steps = new List<MarketStep>();
        while (steps.Count < most && await feed.NextAsync(Token) is { } step)
        {
            steps.Add(step);
            await feed.AcknowledgeAsync(step, Token);
        }

        return steps;
    }

    private static async Task<List<Reading>> ReadingsAsync(ReplayFeed feed, int steps)
    {
        Symbol[] symbols = [RealCandles.Btc, RealCandles.BtcPerpetual, RealCandles.Trx];
        var tracks = symbols.SelectMany(symbol => new[]
        {
            (Symbol: symbol, Track: feed.Board.Track(symbol, Timeframe.OneHour, new RsiSpec(14))),
            (Symbol: symbol, Track: feed.Board.Track(symbol, Timeframe.OneHour, new EmaSpec(21))),
            (Symbol: symbol, Track: feed.Board.Track(symbol, Timeframe.OneHour, new AtrSpec(14))),
        }).ToArray();
        var readings = new List<Reading>();
        foreach (var _ in Enumerable.Range(0, steps))
        {
            var step = (await TakeAsync(feed, 1))[0];
            readings.Add(new Reading(
                step,
                [.. symbols.SelectMany(symbol => new[]
                {
                    CandleAt(feed.Board, symbol, feed.FinestOf(symbol), step.At),
                    CandleAt(feed.Board, symbol, Timeframe.FourHours, step.At),
                    CandleAt(feed.Board, symbol, Timeframe.OneDay, step.At),
                })],
                [.. tracks.Select(track =>
                {
                    Assert.True(feed.Board.Series(track.Symbol, Timeframe.OneHour).TryFind(step.At, out var hour));
                    return track.Track.At(hour)!.Value;
                })]));
        }

        return readings;
    }

    private static Candle? CandleAt(IndicatorBoard board, Symbol symbol, Timeframe timeframe, DateTimeOffset at)
    {
        var series = board.Series(symbol, timeframe);
        return series.TryFind(at, out var sequence) ? series[sequence] : null;
    }

    private sealed record Reading(MarketStep Step, IReadOnlyList<Candle?> Candles, IReadOnlyList<double> Readings);
}
