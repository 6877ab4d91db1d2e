using BotCluster.Trading.Bots;

namespace BotCluster.Trading.Risk;

/// <summary>The settings of the risk limits. Ranges are such that no value of a limit means "no limit".</summary>
public static class RiskLimitOptions
{
    private static readonly (decimal Minimum, decimal Maximum) StopDistance = (0.003m, 0.25m);

    private static readonly OptionSet<PyramidLimits> Pyramid = new OptionSet<PyramidLimits>(new())
        .Decimal(
            "firstShare",
            "The most of the equity that the first entry takes as margin.",
            o => o.FirstShare,
            (o, value) => o with { FirstShare = value },
            (0.001m, PyramidLimits.MostShare))
        .Decimal(
            "secondShare",
            "The most of the equity that the second entry takes as margin.",
            o => o.SecondShare,
            (o, value) => o with { SecondShare = value },
            (0.001m, PyramidLimits.MostShare));

    public static OptionSet Set { get; } = new OptionSet<RiskLimits>(new())
        .Decimal(
            "maximumLongShare",
            "The most of the equity that one long position takes as margin.",
            o => o.MaximumLongShare,
            (o, value) => o with { MaximumLongShare = value },
            (0.001m, RiskLimits.MostPositionShare))
        .Decimal(
            "maximumShortShare",
            "The most of the equity that one short position takes as margin.",
            o => o.MaximumShortShare,
            (o, value) => o with { MaximumShortShare = value },
            (0.001m, RiskLimits.MostPositionShare))
        .Decimal(
            "maximumLongLeverage",
            "The most leverage of a long.",
            o => o.MaximumLongLeverage,
            (o, value) => o with { MaximumLongLeverage = value },
            (1m, 5m))
        .Decimal(
            "maximumShortLeverage",
            "The most leverage of a short.",
            o => o.MaximumShortLeverage,
            (o, value) => o with { MaximumShortLeverage = value },
            (1m, 3m))
        .Decimal(
            "maximumMarginShare",
            "The most of the equity that all positions and pending entries take as margin.",
            o => o.MaximumMarginShare,
            (o, value) => o with { MaximumMarginShare = value },
            (0.01m, 0.95m))
        .Decimal(
            "maximumDrawdown",
            "Fall from the peak of the equity that stops the bot.",
            o => o.MaximumDrawdown,
            (o, value) => o with { MaximumDrawdown = value },
            (0.01m, 0.90m))
        .Decimal(
            "drawdownWarningAt",
            "Share of the largest drawdown at which a warning goes out.",
            o => o.DrawdownWarningAt,
            (o, value) => o with { DrawdownWarningAt = value },
            (0.10m, 1m))
        .Decimal(
            "maximumDailyLoss",
            "Loss of a UTC day, in the quote currency, that ends entries until the next.",
            o => o.MaximumDailyLoss,
            (o, value) => o with { MaximumDailyLoss = value },
            (1m, 1_000_000_000m))
        .Decimal(
            "maximumLossPerTrade",
            "The most of the equity that a position may lose at its stop.",
            o => o.MaximumLossPerTrade,
            (o, value) => o with { MaximumLossPerTrade = value },
            (0.0005m, 0.20m))
        .Decimal(
            "minimumRewardToRisk",
            "Distance to the target over distance to the stop, where an entry has a target.",
            o => o.MinimumRewardToRisk,
            (o, value) => o with { MinimumRewardToRisk = value },
            (0.1m, 20m))
        .Decimal(
            "minimumRewardToRiskFiltered",
            "The same where a minimum of expected profit or win probability is set.",
            o => o.MinimumRewardToRiskFiltered,
            (o, value) => o with { MinimumRewardToRiskFiltered = value },
            (0.1m, 20m))
        .Decimal(
            "minimumStopDistance",
            "Nearest a stop may be to the entry, as a share of its price; at most the farthest.",
            o => o.MinimumStopDistance,
            (o, value) => o with { MinimumStopDistance = value },
            StopDistance)
        .Decimal(
            "maximumStopDistance",
            "Farthest a stop may be from the entry, as a share of its price.",
            o => o.MaximumStopDistance,
            (o, value) => o with { MaximumStopDistance = value },
            StopDistance)
        .Decimal(
            "defaultStopDistance",
            "Where the protective stop goes when the mode proposes none; between nearest and farthest.",
            o => o.DefaultStopDistance,
            (o, value) => o with { DefaultStopDistance = value },
            StopDistance)
        .DecimalOrOff(
            "minimumExpectedProfit",
            "What an entry with a target must be expected to earn after fees, as a share of the position.",
            o => o.MinimumExpectedProfit,
            (o, value) => o with { MinimumExpectedProfit = value },
            (0m, 0.5m))
        .DecimalOrOff(
            "minimumWinProbability",
            "The share of its latest trades that the bot must have won, once enough are known.",
            o => o.MinimumWinProbability,
            (o, value) => o with { MinimumWinProbability = value },
            (0m, 0.95m))
        .Decimal(
            "minimumOrder",
            "The smallest entry worth its fees, in the quote currency.",
            o => o.MinimumOrder,
            (o, value) => o with { MinimumOrder = value },
            (1m, 1_000_000m))
        .Integer(
            "maximumTradesPerDay",
            "The most entries in a UTC day.",
            o => o.MaximumTradesPerDay,
            (o, value) => o with { MaximumTradesPerDay = value },
            (1, 1000))
        .Integer(
            "targetTradesPerDay",
            "How many trades a day are hoped for; shown, it decides nothing.",
            o => o.TargetTradesPerDay,
            (o, value) => o with { TargetTradesPerDay = value },
            (0, 1000))
        .GroupOrOff(
            "pyramid",
            "Lets a position be built in two steps, the second only while the first is in profit.",
            o => o.Pyramid,
            (o, value) => o with { Pyramid = value },
            Pyramid)
        .Integer(
            "maximumCorrelatedPositions",
            "How many open positions may move together.",
            o => o.MaximumCorrelatedPositions,
            (o, value) => o with { MaximumCorrelatedPositions = value },
            (1, 20))
        .Decimal(
            "maximumCorrelation",
            "Two positions correlated above this move together.",
            o => o.MaximumCorrelation,
            (o, value) => o with { MaximumCorrelation = value },
            (0.1m, 0.99m))
        .Integer(
            "cooldownCandles",
            "Candles of the bot's timeframe that a symbol rests after its stop was hit.",
            o => o.CooldownCandles,
            (o, value) => o with { CooldownCandles = value },
            (1, 1000))
        .Integer(
            "stopGuardStops",
            "How many stops within the guard's window pause all entries.",
            o => o.StopGuardStops,
            (o, value) => o with { StopGuardStops = value },
            (1, 20))
        .Duration(
            "stopGuardWindow",
            "How far back the stop-loss guard counts.",
            o => o.StopGuardWindow,
            (o, value) => o with { StopGuardWindow = value },
            (TimeSpan.FromHours(1), TimeSpan.FromDays(7)))
        .Duration(
            "stopGuardPause",
            "How long the stop-loss guard pauses entries.",
            o => o.StopGuardPause,
            (o, value) => o with { StopGuardPause = value },
            (TimeSpan.FromMinutes(5), TimeSpan.FromDays(7)))
        .Integer(
            "losingSymbolTrades",
            "How many trades of a symbol must be known before it can be called losing.",
            o => o.LosingSymbolTrades,
            (o, value) => o with { LosingSymbolTrades = value },
            (1, RiskCounters.MostOutcomes))
        .Duration(
            "losingSymbolWindow",
            "How far back a symbol's trades are looked at.",
            o => o.LosingSymbolWindow,
            (o, value) => o with { LosingSymbolWindow = value },
            (TimeSpan.FromHours(1), TimeSpan.FromDays(90)))
        .Duration(
            "losingSymbolLock",
            "How long a losing symbol takes no entries.",
            o => o.LosingSymbolLock,
            (o, value) => o with { LosingSymbolLock = value },
            (TimeSpan.FromMinutes(5), TimeSpan.FromDays(30)));

    /// <summary>All limits that are out of bounds or do not go together, each by its name.</summary>
    internal static IEnumerable<SettingsViolation> Check(RiskLimits limits)
    {
        SettingsViolation?[] together =
        [
            AtMost("minimumStopDistance", limits.MinimumStopDistance, "maximumStopDistance", limits.MaximumStopDistance),
            AtMost("defaultStopDistance", limits.DefaultStopDistance, "maximumStopDistance", limits.MaximumStopDistance),
            limits.DefaultStopDistance < limits.MinimumStopDistance
                ? new SettingsViolation(
                    "defaultStopDistance",
                    $"Must be at least minimumStopDistance, which is {Option.Spell(limits.MinimumStopDistance)}, not "
                    + $"{Option.Spell(limits.DefaultStopDistance)}.")
                : null,
            limits.Pyramid is { } pyramid && pyramid.FirstShare + pyramid.SecondShare > PyramidLimits.MostShare
                ? new SettingsViolation(
                    "pyramid",
                    $"firstShare and secondShare must together be at most {Option.Spell(PyramidLimits.MostShare)}, not "
                    + $"{Option.Spell(pyramid.FirstShare + pyramid.SecondShare)}.")
                : null,
        ];
        return Set.Check(limits).Concat(together.OfType<SettingsViolation>());
    }

    private static SettingsViolation? AtMost(string name, decimal value, string mostName, decimal most) => value <= most
        ? null
        : new SettingsViolation(name, $"Must be at most {mostName}, which is {Option.Spell(most)}, not {Option.Spell(value)}.");
}
