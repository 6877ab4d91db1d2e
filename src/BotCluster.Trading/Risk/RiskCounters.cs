using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Risk;

/// <summary>What the risk rules must remember of a bot from one turn to the next.</summary>
/// <remarks>Changed by <see cref="RiskBookkeeping"/> and <see cref="DrawdownWatch"/> alone.</remarks>
public sealed class RiskCounters
{
    /// <summary>More than a few weeks of trades at the usual pace, and still a small state.</summary>
    public const int MostOutcomes = 40;

    /// <summary>The UTC day that the daily figures belong to.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Equity when that day began for the bot, transfers since included.</summary>
    public decimal? DayStartEquity { get; set; }

    public int TradesToday { get; set; }

    /// <summary>Whether the daily loss was reached once today; it then holds for the rest of the day, whatever comes back.</summary>
    public bool DailyLossReached { get; set; }

    /// <summary>The highest equity so far, transfers taken out; resuming after a drawdown stop sets it anew.</summary>
    public decimal? PeakEquity { get; set; }

    /// <summary>Equity at the last turn where all prices were known: what a transfer is measured against.</summary>
    public decimal? LastEquity { get; set; }

    public bool DrawdownWarned { get; set; }

    /// <summary>No entries before this instant, set by the stop-loss guard.</summary>
    public DateTimeOffset? PausedUntil { get; set; }

    /// <summary>When protective stops were hit, as far back as the stop-loss guard looks.</summary>
    public List<DateTimeOffset> RecentStops { get; init; } = [];

    /// <summary>Symbols that take no entries before an instant, after a stop or as losing symbols.</summary>
    public List<SymbolLock> Locks { get; init; } = [];

    /// <summary>The latest round trips, newest last, at most <see cref="MostOutcomes"/>: win rates and Kelly.</summary>
    public List<TradeOutcome> Outcomes { get; init; } = [];
}

/// <summary>A symbol that takes no entries for a while.</summary>
public sealed record SymbolLock(Symbol Symbol, DateTimeOffset Until, LockCause Cause);

/// <summary>Why a symbol takes no entries for a while.</summary>
public enum LockCause
{
    /// <summary>Its protective stop was hit, and the bot waits a few candles.</summary>
    Stop = 1,

    /// <summary>Its latest trades lost money on the whole.</summary>
    Losses = 2,
}

/// <summary>How a round trip ended.</summary>
/// <param name="Symbol">What was traded.</param>
/// <param name="ClosedAt">When it ended.</param>
/// <param name="Return">Net profit as a share of the margin put up.</param>
public sealed record TradeOutcome(Symbol Symbol, DateTimeOffset ClosedAt, double Return);
