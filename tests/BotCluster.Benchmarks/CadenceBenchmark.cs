using System.Diagnostics;
using BotCluster.Engine.Local;

namespace BotCluster.Benchmarks;

/// <summary>A hundred thousand bots by the wall clock, each once a minute: what the machine has left.</summary>
internal static class CadenceBenchmark
{
    public static async Task RunAsync(Market market, Report report, bool quick)
    {
        var bots = quick ? 10_000 : 100_000;
        var cadence = TimeSpan.FromSeconds(quick ? 10 : 60);
        using var feed = new GatedFeed(market.NewFeed());
        var store = new MemoryStore(bots, kind => Bots.Mixed(kind) with { Cadence = cadence });
        await using var engine = await Bots.StartAsync(store, feed, null, EngineDrive.Cadence);
        await feed.AdvanceAsync(1);
        await Bots.RunAllAsync(engine, bots);
        await feed.AdvanceAsync(1);
        await Task.Delay(cadence + TimeSpan.FromSeconds(2));

        using var process = Process.GetCurrentProcess();
        var summary = await engine.SummariseAsync(null, CancellationToken.None);
        await feed.AdvanceAsync(1);
        var used = process.TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        await Task.Delay(cadence + TimeSpan.FromSeconds(2));
        process.Refresh();
        var elapsed = Stopwatch.GetElapsedTime(began);
        var share = (process.TotalProcessorTime - used) / elapsed;
        var cycles = (await engine.SummariseAsync(null, CancellationToken.None)).Cycles - summary.Cycles;
        report.Add(
            $"{Report.Number(bots)} bots, each once in {cadence.TotalSeconds:0} s",
            $"{Report.Number(cycles / elapsed.TotalSeconds)} cycles/s at {share * 100:0.0} % of one core",
            "1,667 cycles/s",
            $"timer wheel, phases spread; {cycles} of {bots} bots had their turn in the window; {process.WorkingSet64 / 1048576} MB resident");
    }
}
