using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Risk;

/// <summary>What the gate knows when it reviews an order. What is null is unknown, and unknown means refuse.</summary>
public sealed record RiskView
{
    public required DateTimeOffset Now { get; init; }

    public required Account Account { get; init; }

    /// <summary>Cash and the value of all positions now; null where a price is missing.</summary>
    public required decimal? Equity { get; init; }

    /// <summary>The terms of the order's symbol.</summary>
    public required Instrument? Instrument { get; init; }

    /// <summary>The latest price of the order's symbol.</summary>
    public required Price? Price { get; init; }

    public required RiskLimits Limits { get; init; }

    public required RiskCounters Counters { get; init; }

    /// <summary>Correlation of daily returns over 30 days between two symbols; null where it is not known.</summary>
    public required Func<Symbol, Symbol, double?> Correlation { get; init; }

    /// <summary>Margin of entries that are open or in flight, by symbol: promised, so as good as used.</summary>
    public required IReadOnlyList<PendingEntry> Pending { get; init; }
}

/// <summary>An entry that is not filled yet.</summary>
public sealed record PendingEntry(Symbol Symbol, decimal Margin);
