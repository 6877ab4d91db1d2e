using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Replay;

/// <summary>All stored candles of one symbol, in every timeframe they came in, the finest first.</summary>
internal sealed class SymbolCandles(Symbol symbol, IReadOnlyList<StoredCandles> series)
{
    public Symbol Symbol => symbol;

    /// <summary>
    /// The series that drives a replay: the finest that covers at least half of what the longest one covers after the
    /// start, so that a day of minutes does not displace months of hours. Null where nothing comes after the start.
    /// </summary>
    public StoredCandles? Driving(DateTimeOffset start)
    {
        var most = series.Max(one => Covered(one, start));
        return most == 0 ? null : series.First(one => Covered(one, start) * 2 >= most);
    }

    /// <summary>The last candles that had closed by then; older ones than the first choice has come from the other series.</summary>
    public IReadOnlyList<Candle> Before(StoredCandles first, Timeframe timeframe, DateTimeOffset instant, int count)
    {
        Candle[] found = timeframe.IsMultipleOf(first.Timeframe) ? first.Before(timeframe, instant, count) : [];
        foreach (var other in series.Reverse())
        {
            if (found.Length == count)
            {
                break;
            }

            if (other != first && timeframe.IsMultipleOf(other.Timeframe))
            {
                var until = found.Length == 0 ? instant : found[0].OpenTime;
                found = [.. other.Before(timeframe, until, count - found.Length), .. found];
            }
        }

        return found;
    }

    private static long Covered(StoredCandles candles, DateTimeOffset start) =>
        (candles.Count - candles.ClosedBy(start)) * (long)candles.Timeframe.Minutes;
}
