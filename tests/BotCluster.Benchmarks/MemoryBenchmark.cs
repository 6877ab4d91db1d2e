using System.Diagnostics;

namespace BotCluster.Benchmarks;

/// <summary>What a running bot costs in memory, its board and its database aside.</summary>
internal static class MemoryBenchmark
{
    public static async Task RunAsync(Market market, Report report, bool quick)
    {
        foreach (var bots in quick ? [1_000, 10_000] : (int[])[1_000, 100_000])
        {
            using var feed = new GatedFeed(market.NewFeed());

            // The same few bots first: what all share (code, board, tracks) is no bot's own.
            var shared = new MemoryStore(MemoryStore.Kinds, Bots.Mixed);
            await using (var first = await Bots.StartAsync(shared, feed))
            {
                await feed.AdvanceAsync(1);
                await Bots.RunAllAsync(first, MemoryStore.Kinds);
            }

            var before = Settled();
            var resident = Resident();
            await using var engine = await Bots.StartAsync(new MemoryStore(bots, Bots.Mixed), feed);
            await feed.AdvanceAsync(1);
            await Bots.RunAllAsync(engine, bots);
            await feed.AdvanceAsync(6);
            var managed = (double)(Settled() - before) / bots;
            var growth = (double)(Resident() - resident) / bots;
            report.Add(
                $"bytes a running bot, {Report.Number(bots)} bots",
                $"{Report.Number(managed)} managed, {Report.Number(growth)} resident",
                "under 4,096",
                $"live objects after a full collection, and growth of the process ({Report.Number(Resident() / 1048576.0)} MB in all)");
            GC.KeepAlive(engine);
        }
    }

    private static long Settled()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
