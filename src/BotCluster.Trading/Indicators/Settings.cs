namespace BotCluster.Trading.Indicators;

/// <summary>Refuses indicator settings that make no sense, naming what is allowed.</summary>
internal static class Settings
{
    public const int LongestPeriod = 10_000;

    public static int Period(int period, string name, int atLeast = 1) =>
        period >= atLeast && period <= LongestPeriod
            ? period
            : throw new ArgumentOutOfRangeException(
                name, period, $"{name} must be {atLeast} to {LongestPeriod} candles.");

    public static double Multiple(double multiple, string name) =>
        multiple is > 0 and <= 100
            ? multiple
            : throw new ArgumentOutOfRangeException(name, multiple, $"{name} must be above 0 and at most 100.");
}
