using System.Globalization;
using BotCluster.Trading.Bots;

namespace BotCluster.Trading.Risk;

/// <summary>The allowed range of every limit. Ranges are such that no value of a limit means "no limit".</summary>
internal static class RiskBounds
{
    public static IEnumerable<SettingsViolation> Check(RiskLimits limits)
    {
        var pyramid = limits.Pyramid;
        SettingsViolation?[] found =
        [
            Within("maximumLongShare", limits.MaximumLongShare, 0.001m, RiskLimits.MostPositionShare),
            Within("maximumShortShare", limits.MaximumShortShare, 0.001m, RiskLimits.MostPositionShare),
            Within("maximumLongLeverage", limits.MaximumLongLeverage, 1m, 5m),
            Within("maximumShortLeverage", limits.MaximumShortLeverage, 1m, 3m),
            Within("maximumMarginShare", limits.MaximumMarginShare, 0.01m, 0.95m),
            Within("maximumDrawdown", limits.MaximumDrawdown, 0.01m, 0.90m),
            Within("drawdownWarningAt", limits.DrawdownWarningAt, 0.10m, 1m),
            Within("maximumDailyLoss", limits.MaximumDailyLoss, 1m, 1_000_000_000m),
            Within("maximumLossPerTrade", limits.MaximumLossPerTrade, 0.0005m, 0.20m),
            Within("minimumRewardToRisk", limits.MinimumRewardToRisk, 0.1m, 20m),
            Within("minimumRewardToRiskFiltered", limits.MinimumRewardToRiskFiltered, 0.1m, 20m),
            Within("minimumStopDistance", limits.MinimumStopDistance, 0.003m, 0.25m),
            Within("maximumStopDistance", limits.MaximumStopDistance, 0.003m, 0.25m),
            Ordered("minimumStopDistance", limits.MinimumStopDistance, "maximumStopDistance", limits.MaximumStopDistance),
            Within("defaultStopDistance", limits.DefaultStopDistance, limits.MinimumStopDistance, limits.MaximumStopDistance),
            limits.MinimumExpectedProfit is { } profit ? Within("minimumExpectedProfit", profit, 0m, 0.5m) : null,
            limits.MinimumWinProbability is { } wins ? Within("minimumWinProbability", wins, 0m, 0.95m) : null,
            Within("minimumOrder", limits.MinimumOrder, 1m, 1_000_000m),
            Within("maximumTradesPerDay", limits.MaximumTradesPerDay, 1, 1000),
            Within("targetTradesPerDay", limits.TargetTradesPerDay, 0, 1000),
            Within("maximumCorrelatedPositions", limits.MaximumCorrelatedPositions, 1, 20),
            Within("maximumCorrelation", limits.MaximumCorrelation, 0.1m, 0.99m),
            Within("cooldownCandles", limits.CooldownCandles, 1, 1000),
            Within("stopGuardStops", limits.StopGuardStops, 1, 20),
            Within("stopGuardWindow", limits.StopGuardWindow, TimeSpan.FromHours(1), TimeSpan.FromDays(7)),
            Within("stopGuardPause", limits.StopGuardPause, TimeSpan.FromMinutes(5), TimeSpan.FromDays(7)),
            Within("losingSymbolTrades", limits.LosingSymbolTrades, 1, RiskCounters.MostOutcomes),
            Within("losingSymbolWindow", limits.LosingSymbolWindow, TimeSpan.FromHours(1), TimeSpan.FromDays(90)),
            Within("losingSymbolLock", limits.LosingSymbolLock, TimeSpan.FromMinutes(5), TimeSpan.FromDays(30)),
            pyramid is null ? null : Within("pyramid.firstShare", pyramid.FirstShare, 0.001m, PyramidLimits.MostShare),
            pyramid is null ? null : Within("pyramid.secondShare", pyramid.SecondShare, 0.001m, PyramidLimits.MostShare),
            pyramid is null ? null : Together(pyramid),
        ];
        return found.OfType<SettingsViolation>();
    }

    private static SettingsViolation? Within<T>(string path, T value, T least, T most)
        where T : IComparable<T>, IFormattable => value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
        ? null
        : new SettingsViolation($"risk.{path}", $"{Spell(value)} is not allowed: from {Spell(least)} to {Spell(most)}.");

    private static SettingsViolation? Ordered(string path, decimal value, string mostPath, decimal most) => value <= most
        ? null
        : new SettingsViolation($"risk.{path}", $"{Spell(value)} is not allowed: at most risk.{mostPath}, which is {Spell(most)}.");

    private static SettingsViolation? Together(PyramidLimits pyramid) =>
        pyramid.FirstShare + pyramid.SecondShare <= PyramidLimits.MostShare
            ? null
            : new SettingsViolation(
                "risk.pyramid",
                $"firstShare {Spell(pyramid.FirstShare)} and secondShare {Spell(pyramid.SecondShare)} are not allowed: "
                + $"together at most {Spell(PyramidLimits.MostShare)}.");

    private static string Spell<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
