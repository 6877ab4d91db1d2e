using BotCluster.Trading.Bots;

namespace BotCluster.Trading.Risk;

/// <summary>The limits a bot trades under. None can be switched off live; where a limit is optional, null is off.</summary>
/// <remarks>Shares are fractions: 0.35 is 35 %. Every default stands here and nowhere else; every bound in <see cref="RiskLimitOptions"/>.</remarks>
public sealed record RiskLimits
{
    /// <summary>No order is ever let through at this leverage or above, whatever the settings say.</summary>
    public const decimal AbsoluteLeverage = 10m;

    /// <summary>No position is ever allowed to take more of the equity than this as margin.</summary>
    public const decimal MostPositionShare = 0.50m;

    /// <summary>The most of a bot's equity that one long position takes as margin.</summary>
    public decimal MaximumLongShare { get; init; } = 0.35m;

    /// <summary>The most of a bot's equity that one short position takes as margin.</summary>
    public decimal MaximumShortShare { get; init; } = 0.25m;

    public decimal MaximumLongLeverage { get; init; } = 5m;

    public decimal MaximumShortLeverage { get; init; } = 3m;

    /// <summary>The most of the equity that all positions and pending entries take as margin; the rest stays in cash.</summary>
    public decimal MaximumMarginShare { get; init; } = 0.95m;

    /// <summary>Fall from the peak of the equity that stops the bot.</summary>
    public decimal MaximumDrawdown { get; init; } = 0.20m;

    /// <summary>Share of <see cref="MaximumDrawdown"/> at which a warning goes out.</summary>
    public decimal DrawdownWarningAt { get; init; } = 0.80m;

    /// <summary>Loss of a UTC day, open positions included, in the quote currency, that ends entries until the next.</summary>
    public decimal MaximumDailyLoss { get; init; } = 100m;

    /// <summary>The most of the equity that a position may lose when its stop is hit at its price, fees apart.</summary>
    public decimal MaximumLossPerTrade { get; init; } = 0.02m;

    /// <summary>Distance to the target over distance to the stop, where an entry has a target.</summary>
    public decimal MinimumRewardToRisk { get; init; } = 1.3m;

    /// <summary>The same with the trade filter on: a minimum of expected profit or of win probability is set.</summary>
    public decimal MinimumRewardToRiskFiltered { get; init; } = 1.5m;

    /// <summary>Nearest a stop may be to the entry, as a share of its price.</summary>
    public decimal MinimumStopDistance { get; init; } = 0.015m;

    public decimal MaximumStopDistance { get; init; } = 0.25m;

    /// <summary>Where the protective stop goes when the mode proposes none.</summary>
    public decimal DefaultStopDistance { get; init; } = 0.05m;

    /// <summary>What an entry with a target must be expected to earn after fees, as a share of the position. Null: off.</summary>
    public decimal? MinimumExpectedProfit { get; init; }

    /// <summary>The share of its latest trades that the bot must have won, once enough are known. Null: off.</summary>
    public decimal? MinimumWinProbability { get; init; }

    /// <summary>The smallest entry worth its fees, as price × quantity in the quote currency; the venue's own minimum holds besides.</summary>
    public decimal MinimumOrder { get; init; } = 50m;

    public int MaximumTradesPerDay { get; init; } = 20;

    /// <summary>How many trades a day the trader hopes for. Shown beside the real number; it decides nothing.</summary>
    public int TargetTradesPerDay { get; init; } = 6;

    /// <summary>Lets a position be built in two steps. Null: one position a symbol, entered once.</summary>
    public PyramidLimits? Pyramid { get; init; }

    /// <summary>How many open positions may be one bet: tied together by pairs over <see cref="MaximumCorrelation"/>.</summary>
    public int MaximumCorrelatedPositions { get; init; } = 2;

    /// <summary>Two positions correlated above this are one bet.</summary>
    public decimal MaximumCorrelation { get; init; } = 0.8m;

    /// <summary>Candles of the bot's timeframe that a symbol rests after its stop was hit.</summary>
    public int CooldownCandles { get; init; } = 4;

    /// <summary>How many stops within <see cref="StopGuardWindow"/> pause all entries.</summary>
    public int StopGuardStops { get; init; } = 3;

    public TimeSpan StopGuardWindow { get; init; } = TimeSpan.FromHours(24);

    public TimeSpan StopGuardPause { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How many trades of a symbol within <see cref="LosingSymbolWindow"/> must be known before it can be called losing.</summary>
    public int LosingSymbolTrades { get; init; } = 4;

    public TimeSpan LosingSymbolWindow { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long a losing symbol takes no entries.</summary>
    public TimeSpan LosingSymbolLock { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Whether a rule on how well past trades went is set.</summary>
    internal bool HasTradeFilter => MinimumExpectedProfit is not null || MinimumWinProbability is not null;

    /// <summary>All limits that are outside their bounds, each with its path in the bot's settings.</summary>
    public IEnumerable<SettingsViolation> Validate() =>
        RiskLimitOptions.Check(this).Select(violation => violation with { Path = $"risk.{violation.Path}" });
}

/// <summary>How a position may be built in two steps, the second only while the first is in profit.</summary>
public sealed record PyramidLimits
{
    public const int MostEntries = 2;

    /// <summary>The most of the equity that both steps together take as margin, whatever the settings say.</summary>
    public const decimal MostShare = 0.15m;

    /// <summary>The most of the equity that the first entry takes as margin.</summary>
    public decimal FirstShare { get; init; } = 0.10m;

    /// <summary>The most of the equity that the second entry takes as margin.</summary>
    public decimal SecondShare { get; init; } = 0.05m;
}
