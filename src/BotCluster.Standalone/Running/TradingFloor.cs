using BotCluster.Engine.Local;
using BotCluster.Gateways.Instruments;
using BotCluster.Gateways.Replay;
using BotCluster.Ledger.Candles;
using BotCluster.Ledger.Writing;
using Microsoft.Extensions.Logging;

namespace BotCluster.Standalone.Running;

/// <summary>The bots and what they need: recorded candles, the store, the engine.</summary>
internal sealed class TradingFloor : IAsyncDisposable
{
    private const string FeedName = "replay";

    private TradingFloor(FloorPlan plan, CandleLibrary library, DateTimeOffset? resumeFrom)
    {
        Store = plan.Store;
        Feed = new ReplayFeed(
            library,
            new FeedCursor(plan.Source, FeedName),
            new ReplayOptions { Speed = plan.Speed, ResumeFrom = resumeFrom },
            plan.Time);
        Engine = new LocalBotEngine(
            Store,
            Feed,
            new LocalEngineOptions { Installation = plan.Installation },
            plan.Time,
            plan.Log.CreateLogger<LocalBotEngine>());
    }

    public BotStore Store { get; }

    public ReplayFeed Feed { get; }

    public LocalBotEngine Engine { get; }

    /// <summary>Reads the candles and makes everything ready; no bot moves before the engine is started.</summary>
    public static async Task<TradingFloor> OpenAsync(FloorPlan plan, CancellationToken cancellationToken)
    {
        var library = await CandleLibrary.LoadAsync(
            InstrumentCatalog.Load(plan.Place.Instruments), plan.Place.Candles, new CandleArchive(plan.Source), cancellationToken);
        var log = plan.Log.CreateLogger<TradingFloor>();
        foreach (var note in library.Notes)
        {
            log.LogInformation("{Note}", note);
        }

        return new TradingFloor(plan, library, await Latecomers.LastSeenAsync(plan.Store, cancellationToken));
    }

    /// <summary>No new cycles, the end (or, after 10 seconds, the abandonment) of those in flight, and everything written.</summary>
    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await Store.DisposeAsync();
    }
}
