using BotCluster.Trading.Bots;

namespace BotCluster.Engine.Json;

/// <summary>What came of reading settings.</summary>
public abstract record SettingsReading
{
    private SettingsReading()
    {
    }

    public sealed record Accepted(BotSettings Settings) : SettingsReading;

    /// <param name="Violations">All that is wrong, never empty.</param>
    public sealed record Refused(IReadOnlyList<SettingsViolation> Violations) : SettingsReading
    {
        public override string ToString() =>
            string.Join(" ", Violations.Select(violation => $"{violation.Path}: {violation.Message}"));
    }
}
