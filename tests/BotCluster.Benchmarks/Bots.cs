using BotCluster.Engine.Bots;
using BotCluster.Engine.Local;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Cycle;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotCluster.Benchmarks;

/// <summary>The bots of the benchmarks: the demo fleet's modes, and an engine to run them.</summary>
internal static class Bots
{
    /// <summary>Indicator, trinity and crossover bots on four symbols, deciding on every five-minute candle.</summary>
    public static BotSettings Mixed(int kind) => new()
    {
        Name = $"Bot of kind {kind}",
        Mode = (kind % 3) switch
        {
            0 => new IndicatorOptions(),
            1 => new TrinityOptions(),
            _ => new CrossoverOptions { Fast = 20 + kind, Slow = 100, Sides = TradedSides.Both, Stop = 0.05m },
        },
        Symbols = [Market.Fine[kind % Market.Fine.Length]],
        Timeframe = Timeframe.FiveMinutes,
        Budget = 10_000m,
    };

    /// <summary>The same modes, so strict or so slow that they hold nearly always.</summary>
    public static BotSettings Quiet(int kind) => Mixed(kind) with
    {
        Mode = (kind % 3) switch
        {
            0 => new IndicatorOptions { Preset = IndicatorPreset.Strict, BreakoutRsi = 99 },
            1 => new TrinityOptions
            {
                Preset = TrinityPreset.Weighted, FullThreshold = 0.999, StrongThreshold = 0.998, FairThreshold = 0.997, WeakThreshold = 0.996,
            },
            _ => new CrossoverOptions { Fast = 100 + kind, Slow = 400, Sides = TradedSides.Both, Stop = 0.05m },
        },
    };

    /// <summary>Changes sides as often as it can: every few candles it sends an order.</summary>
    public static BotSettings Flipping(int kind) => Mixed(kind) with
    {
        Mode = new CrossoverOptions
        {
            Fast = 2 + (kind % 2), Slow = 4 + (kind % 3), Sides = TradedSides.Both, AlwaysInMarket = true, Stop = 0.1m,
        },
        // Or the rules would send it to rest after its first losses.
        Risk = new() { MaximumTradesPerDay = 1_000, MaximumDailyLoss = 100_000m, MaximumDrawdown = 0.95m, LosingSymbolTrades = 1_000 },
    };

    public static async Task<LocalBotEngine> StartAsync(
        IBotStore store, IMarketFeed feed, CycleOptions? cycle = null, EngineDrive drive = EngineDrive.Feed)
    {
        var options = new LocalEngineOptions { Installation = "bench0", Cycle = cycle ?? new CycleOptions(), Drive = drive };
        var engine = new LocalBotEngine(store, feed, options, TimeProvider.System, NullLogger<LocalBotEngine>.Instance);
        await engine.StartAsync(CancellationToken.None);
        return engine;
    }

    /// <summary>Starts all bots, many at a time.</summary>
    public static async Task RunAllAsync(LocalBotEngine engine, int bots)
    {
        foreach (var chunk in Enumerable.Range(1, bots).Chunk(1_000))
        {
            var outcomes = await Task.WhenAll(chunk.Select(number =>
                engine.ExecuteAsync(MemoryStore.Tenant, MemoryStore.Bot(number), new BotCommand.Start(), CancellationToken.None)));
            if (Array.Find(outcomes, outcome => outcome is not CommandOutcome.Accepted) is { } other)
            {
                throw new InvalidOperationException($"A bot did not start: {other}");
            }
        }
    }
}
