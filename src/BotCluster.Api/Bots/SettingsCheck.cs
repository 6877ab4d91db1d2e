using BotCluster.Api.Refusals;
using BotCluster.Engine.Json;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Api.Bots;

/// <summary>Holds settings from outside against the rules and against what the feed trades.</summary>
internal sealed class SettingsCheck(IMarketFeed feed)
{
    /// <param name="document">The settings as they came.</param>
    /// <param name="path">Where they stand in the request: empty, or a name with its point.</param>
    public Attempt<BotSettings> Read(SettingsDocument document, string path = "") =>
        SettingsJson.Check(document.Json, feed.Instruments, feed.FinestOf) switch
        {
            SettingsReading.Accepted accepted => accepted.Settings,
            SettingsReading.Refused refused => Refuse.Unprocessable("invalid-settings", Errors(refused.Violations, path)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Dictionary<string, string[]> Errors(IReadOnlyList<SettingsViolation> violations, string path) => violations
        .GroupBy(violation => path + violation.Path, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(violation => violation.Message).ToArray(), StringComparer.Ordinal);
}
