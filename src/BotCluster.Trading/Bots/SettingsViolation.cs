namespace BotCluster.Trading.Bots;

/// <summary>One thing wrong with settings: where it stands and what would be right.</summary>
/// <param name="Path">The setting, as it is spelled in JSON: <c>risk.maximumLeverage</c>.</param>
/// <param name="Message">What is wrong with it and what is allowed.</param>
public sealed record SettingsViolation(string Path, string Message);
