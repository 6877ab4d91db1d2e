using BotCluster.Trading.Ports;

namespace BotCluster.Api.Fleet;

/// <summary>All bots that somebody sees, together.</summary>
internal sealed record FleetTotals
{
    /// <summary>How many bots there are of each status.</summary>
    public required IReadOnlyDictionary<string, int> Bots { get; init; }

    /// <summary>Bots in trouble or under a block.</summary>
    public required int Troubled { get; init; }

    public required decimal Budget { get; init; }

    public required decimal Equity { get; init; }

    public required decimal Realised { get; init; }

    public required decimal Unrealised { get; init; }

    /// <summary>Equity less budget.</summary>
    public required decimal Profit { get; init; }

    public required decimal Fees { get; init; }

    public required int OpenPositions { get; init; }

    /// <summary>Since the engine started, as all counts here but trades.</summary>
    public required long Orders { get; init; }

    public required long Fills { get; init; }

    /// <summary>Round trips that ended, since the beginning.</summary>
    public required long Trades { get; init; }

    public required long Refusals { get; init; }

    public required long Cycles { get; init; }

    /// <summary>Seconds that the slowest running bot is behind the feed, in bot time.</summary>
    public required double CycleLag { get; init; }

    public required Feed Feed { get; init; }
}

/// <summary>How the feed is doing.</summary>
/// <param name="Status">Whether candles are coming.</param>
/// <param name="At">The close of the last candles it gave out.</param>
/// <param name="Speed">Steps a second of a replay; null where nothing holds it back, or where the feed is live.</param>
/// <param name="Detail">In words.</param>
internal sealed record Feed(FeedStatus Status, DateTimeOffset? At, double? Speed, string Detail)
{
    public static Feed Of(FeedState state) => new(state.Status, state.LastStep, state.Speed, state.Detail);
}

/// <summary>What all bots were worth together at one instant.</summary>
internal sealed record FleetEquity(DateTimeOffset At, decimal Equity);
