using System.Collections.Concurrent;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// How alike two symbols move: Pearson's correlation of their daily log returns, worked out once a day for each pair.
/// </summary>
internal sealed class DailyCorrelation
{
    public const int Days = 30;

    public const int FewestDays = 20;

    private readonly ConcurrentDictionary<(Symbol, Symbol), Known> _known = new();

    public double? Between(CandleSeries a, CandleSeries b, DateTimeOffset at)
    {
        var end = Timeframe.OneDay.OpenOf(at);
        if (!a.TryFind(end, out var lastOfA) || !b.TryFind(end, out var lastOfB))
        {
            return null;
        }

        var pair = (a.Symbol, b.Symbol);
        if (_known.TryGetValue(pair, out var known) && known.IsFor(end, lastOfA, lastOfB))
        {
            return known.Value;
        }

        var value = Compute(a, b, end);
        _known[pair] = new Known(end, lastOfA, lastOfB, value);
        return value;
    }

    private static double? Compute(CandleSeries a, CandleSeries b, DateTimeOffset end)
    {
        Span<double> ofA = stackalloc double[Days];
        Span<double> ofB = stackalloc double[Days];
        var count = 0;
        for (var day = 0; day < Days; day++)
        {
            var closed = end.AddDays(-day);
            if (Return(a, closed) is { } left && Return(b, closed) is { } right)
            {
                ofA[count] = left;
                ofB[count] = right;
                count++;
            }
        }

        return count < FewestDays ? null : Pearson(ofA[..count], ofB[..count]);
    }

    // Null where this day or the one before is missing.
    private static double? Return(CandleSeries series, DateTimeOffset closed) =>
        Close(series, closed) is { } last && Close(series, closed.AddDays(-1)) is { } previous
            ? Math.Log(last / previous)
            : null;

    private static double? Close(CandleSeries series, DateTimeOffset closed) =>
        series.TryFind(closed, out var sequence) && series.CloseTime(sequence) == closed
            ? series[sequence].Close
            : null;

    // Null where one of the two never moved: it is then neither like nor unlike the other.
    private static double? Pearson(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (meanOfA, meanOfB) = (Mean(a), Mean(b));
        var (both, ofA, ofB) = (0.0, 0.0, 0.0);
        for (var index = 0; index < a.Length; index++)
        {
            var (left, right) = (a[index] - meanOfA, b[index] - meanOfB);
            both += left * right;
            ofA += left * left;
            ofB += right * right;
        }

        var scale = Math.Sqrt(ofA) * Math.Sqrt(ofB);
        return scale > 0 ? Math.Clamp(both / scale, -1, 1) : null;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private sealed record Known(DateTimeOffset End, long LastOfA, long LastOfB, double? Value)
    {
        public bool IsFor(DateTimeOffset end, long lastOfA, long lastOfB) =>
            End == end && LastOfA == lastOfA && LastOfB == lastOfB;
    }
}
