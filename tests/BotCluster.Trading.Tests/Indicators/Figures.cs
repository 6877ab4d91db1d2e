using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Indicators;

/// <summary>Compares what an indicator reads with what others have published.</summary>
internal static class Figures
{
    public static T?[] Readings<T>(this IIndicator<T> indicator, IEnumerable<Candle> candles)
        where T : struct => [.. candles.Select(candle => indicator.Update(candle))];

    public static double?[] Of<T>(this T?[] readings, Func<T, double> figure)
        where T : struct => [.. readings.Select(reading => reading is { } known ? figure(known) : (double?)null)];

    /// <summary>Every row, and null exactly where nothing was published.</summary>
    public static void AssertEqual(double?[] expected, double?[] actual, double tolerance = 1e-10)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var row = 0; row < expected.Length; row++)
        {
            Assert.True(
                AreClose(expected[row], actual[row], tolerance),
                $"Row {row + 1}: published {expected[row]:R}, read {actual[row]:R}.");
        }

        Assert.Contains(expected, value => value is not null);
    }

    public static bool AreClose(double? expected, double? actual, double tolerance) =>
        expected is { } wanted && actual is { } got
            ? Math.Abs(got - wanted) <= tolerance * Math.Max(1, Math.Abs(wanted))
            : expected is null == actual is null;
}
