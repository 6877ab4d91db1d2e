using BotCluster.Engine.Bots;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine;

/// <summary>What the API, the command line and the tests talk to, whichever engine runs the bots.</summary>
public interface IBotEngine
{
    /// <summary>Makes a bot known to the engine and durable, not yet started. A repeat of the same id is accepted again.</summary>
    Task<CommandOutcome> CreateAsync(NewBot bot, CancellationToken cancellationToken);

    /// <summary>Gives a bot a command; a bot of another client is not found.</summary>
    Task<CommandOutcome> ExecuteAsync(TenantId tenant, BotId bot, BotCommand command, CancellationToken cancellationToken);

    /// <returns>Null where the client has no such bot.</returns>
    ValueTask<BotSnapshot?> SnapshotAsync(TenantId tenant, BotId bot, CancellationToken cancellationToken);

    /// <summary>Sums over a client's bots, or over all where no client is named.</summary>
    ValueTask<FleetSummary> SummariseAsync(TenantId? tenant, CancellationToken cancellationToken);

    /// <summary>Kills every bot of a client, or all where no client is named.</summary>
    /// <returns>How many confirmed, and which did not.</returns>
    Task<KillReport> KillAsync(TenantId? tenant, string reason, CancellationToken cancellationToken);

    /// <summary>Takes the kill switch back; the bots stay stopped until they are started.</summary>
    Task ReleaseAsync(TenantId? tenant, CancellationToken cancellationToken);

    /// <summary>Calls back after each durable step of a bot, quickly and without waiting, until disposed.</summary>
    IDisposable Subscribe(IBotObserver observer);

    EngineState State { get; }
}

/// <summary>A bot to be made.</summary>
/// <param name="Id">Chosen by the caller, so that asking twice makes one bot.</param>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Settings">Validated before.</param>
public sealed record NewBot(BotId Id, TenantId Tenant, BotSettings Settings);

/// <summary>Hears of each durable step of each bot.</summary>
public interface IBotObserver
{
    /// <summary>Must return at once; what takes long belongs on the observer's own queue.</summary>
    void OnCommitted(BotEvent committed);
}

/// <summary>A bot's durable step.</summary>
public sealed record BotEvent(BotDefinition Definition, BotSnapshot Snapshot, IReadOnlyList<Fact> Facts);

/// <summary>What came of a kill switch.</summary>
public sealed record KillReport(int Confirmed, IReadOnlyList<BotId> Unconfirmed);

/// <summary>Sums over bots since the engine started; amounts in their quote asset.</summary>
public sealed record FleetSummary
{
    public required IReadOnlyDictionary<BotStatus, int> BotsByStatus { get; init; }

    /// <summary>Bots in trouble or under a block.</summary>
    public required int Troubled { get; init; }

    public required decimal Budget { get; init; }

    public required decimal Equity { get; init; }

    public required decimal Realised { get; init; }

    public required decimal Unrealised { get; init; }

    public required decimal Fees { get; init; }

    public required int OpenPositions { get; init; }

    public required int WorkingOrders { get; init; }

    public required long Orders { get; init; }

    public required long Fills { get; init; }

    public required long Refusals { get; init; }

    public required long Cycles { get; init; }

    /// <summary>How far the slowest running bot is behind the feed, in bot time.</summary>
    public required TimeSpan CycleLag { get; init; }
}

/// <summary>How the engine is doing, for health.</summary>
/// <param name="IsRunning">Whether bots get turns.</param>
/// <param name="Bots">How many it holds.</param>
/// <param name="LastTurnAt">By the wall clock; null before the first.</param>
/// <param name="Detail">In words.</param>
public sealed record EngineState(bool IsRunning, int Bots, DateTimeOffset? LastTurnAt, string Detail);
