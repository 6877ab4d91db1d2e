using System.Globalization;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Sizing;

/// <summary>The allowed range of every sizing option.</summary>
internal static class SizingBounds
{
    public static IEnumerable<SettingsViolation> Check(SizingOptions options)
    {
        SettingsViolation?[] found =
        [
            Within("share", options.Share, 0.001m, RiskLimits.MostPositionShare),
            options is SizingOptions.RiskAtStop stop ? Within("risk", stop.Risk, 0.0005m, 0.20m) : null,
            options is SizingOptions.VolatilityTarget volatility ? Within("target", volatility.Target, 0.0005m, 0.20m) : null,
            options is SizingOptions.Kelly kelly ? Within("fraction", kelly.Fraction, 0.01m, 1m) : null,
            options is SizingOptions.Kelly capped ? Within("maximumShare", capped.MaximumShare, 0.001m, 0.25m) : null,
        ];
        return found.OfType<SettingsViolation>();
    }

    private static SettingsViolation? Within(string path, decimal value, decimal least, decimal most) =>
        value >= least && value <= most
            ? null
            : new SettingsViolation(
                $"sizing.{path}",
                string.Create(CultureInfo.InvariantCulture, $"{value} is not allowed: from {least} to {most}."));
}
