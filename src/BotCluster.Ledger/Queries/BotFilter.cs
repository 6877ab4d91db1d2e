using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;

namespace BotCluster.Ledger.Queries;

/// <summary>Which bots a list shows, and in which order. Null: all.</summary>
public sealed record BotFilter
{
    /// <summary>Retired bots are listed only where this asks for them.</summary>
    public IReadOnlyList<BotStatus>? Statuses { get; init; }

    /// <summary>The kind of the decision mode: <c>trinity</c>.</summary>
    public string? Mode { get; init; }

    public Symbol? Symbol { get; init; }

    /// <summary>A part of the name, in any case.</summary>
    public string? Search { get; init; }

    public BotSort Sort { get; init; } = BotSort.CreatedAt;

    public bool Descending { get; init; }
}

/// <summary>What a list of bots can be sorted by.</summary>
public enum BotSort
{
    /// <summary>The order in which they were made.</summary>
    CreatedAt = 1,

    Name = 2,

    Equity = 3,

    /// <summary>Round trips' net profit and what open positions have earned so far.</summary>
    Profit = 4,

    Drawdown = 5,

    Status = 6,

    Trades = 7,
}
