using System.Diagnostics;
using BotCluster.Trading.Cycle;

namespace BotCluster.Benchmarks;

/// <summary>Cycles a second where every bot looks at its closed candle and holds: the processor alone.</summary>
internal static class HoldBenchmark
{
    public static async Task RunAsync(Market market, Report report, bool quick)
    {
        var bots = quick ? 10_000 : 100_000;
        await MeasureAsync(market, report, 1_000, new CycleOptions { EquityInterval = TimeSpan.FromDays(400) }, "no equity due, all in the processor's cache");
        await MeasureAsync(market, report, bots, new CycleOptions { EquityInterval = TimeSpan.FromDays(400) }, "no equity due");
        await MeasureAsync(market, report, bots, new CycleOptions(), "an equity mark and its serialised state at every third candle");
    }

    private static async Task MeasureAsync(Market market, Report report, int bots, CycleOptions options, string notes)
    {
        using var feed = new GatedFeed(market.NewFeed());
        var store = new MemoryStore(bots, Bots.Quiet);
        await using var engine = await Bots.StartAsync(store, feed, options);
        await feed.AdvanceAsync(1);
        await Bots.RunAllAsync(engine, bots);
        await feed.AdvanceAsync(bots > 10_000 ? 6 : 60_000 / bots);
        var steps = bots > 10_000 ? 3 : 30_000 / bots;
        var rates = new List<double>();
        var baseline = new List<double>();
        var before = (await engine.SummariseAsync(null, CancellationToken.None)).Orders;
        var commits = store.Commits;
        var cycles = 0L;
        var processor = TimeSpan.Zero;
        for (var round = 0; round < 9; round++)
        {
            var began = Stopwatch.GetTimestamp();
            var used = Environment.CpuUsage.TotalTime;
            await feed.AdvanceAsync(steps);
            rates.Add((double)steps * bots / Stopwatch.GetElapsedTime(began).TotalSeconds);
            processor += Environment.CpuUsage.TotalTime - used;
            cycles += (long)steps * bots;
            baseline.Add(await EmptyTurnsAsync(bots));
        }

        var orders = (await engine.SummariseAsync(null, CancellationToken.None)).Orders - before;
        report.Add(
            $"cycles/s, all hold, {Report.Number(bots)} bots, {notes}",
            Report.Spread(rates),
            "200,000",
            $"lowest / median / highest of {rates.Count} rounds of {steps} candles; {Report.Number(cycles / processor.TotalSeconds)} a second of "
            + $"processor time; {100.0 * orders / cycles:0.000} % of the cycles sent an order, "
            + $"{100.0 * (store.Commits - commits) / cycles:0.0} % committed; an empty asynchronous call a bot: {Report.Number(Report.Median(baseline))}/s");
    }

    // What the runtime asks for a call that does nothing, on the same machine at the same moment.
    private static async Task<double> EmptyTurnsAsync(int bots)
    {
        var began = Stopwatch.GetTimestamp();
        var turns = Enumerable.Repeat(new Empty(), bots).ToArray();
        for (var round = 0; round < 3; round++)
        {
            foreach (var turn in turns)
            {
                await turn.RunAsync(round);
            }
        }

        return 3.0 * bots / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private sealed class Empty
    {
        private int _last;

        public async ValueTask RunAsync(int round)
        {
            await ValueTask.CompletedTask;
            _last = round;
        }
    }
}
