using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Bots;

/// <summary>A bot as it stands now, for whoever looks. Immutable; made only when somebody asks.</summary>
public sealed record BotSnapshot
{
    public required BotDefinition Definition { get; init; }

    public required BotSettings Settings { get; init; }

    public required BotStatus Status { get; init; }

    public EntryBlock? Block { get; init; }

    /// <summary>What goes wrong with the bot itself and when it tries again; null while all is well.</summary>
    public BotTrouble? Trouble { get; init; }

    public required decimal Cash { get; init; }

    /// <summary>Null while a price is missing.</summary>
    public required decimal? Equity { get; init; }

    public required decimal Unrealised { get; init; }

    public required AccountTotals Totals { get; init; }

    public required decimal? PeakEquity { get; init; }

    public required IReadOnlyList<PositionSnapshot> Positions { get; init; }

    public required IReadOnlyList<BotOrder> Orders { get; init; }

    public required long Cycles { get; init; }

    public required long Holds { get; init; }

    public required long Refusals { get; init; }

    public required DateTimeOffset? LastStep { get; init; }

    /// <summary>The version of the state it shows.</summary>
    public required long Version { get; init; }
}

/// <summary>A position with the price it is valued at.</summary>
public sealed record PositionSnapshot(Position Position, decimal? Price, decimal? Unrealised);

/// <summary>A bot's own failure: recorded, alerted, tried again with back-off.</summary>
/// <param name="Text">What failed, without secrets.</param>
/// <param name="Since">When it began.</param>
/// <param name="Failures">How many times in a row.</param>
/// <param name="RetryAt">When it tries again.</param>
public sealed record BotTrouble(string Text, DateTimeOffset Since, int Failures, DateTimeOffset RetryAt);
