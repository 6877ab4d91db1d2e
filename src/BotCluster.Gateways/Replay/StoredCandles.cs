using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Replay;

/// <summary>All candles of one symbol in one timeframe, oldest first.</summary>
internal sealed class StoredCandles(Timeframe timeframe, Candle[] candles)
{
    public Timeframe Timeframe => timeframe;

    public int Count => candles.Length;

    public DateTimeOffset LastClose => CloseOf(Count - 1);

    public ref readonly Candle this[int index] => ref candles[index];

    public DateTimeOffset CloseOf(int index) => candles[index].OpenTime + timeframe.Length;

    /// <summary>How many candles had closed by this instant, which is also the place of the first that had not.</summary>
    public int ClosedBy(DateTimeOffset instant)
    {
        var low = 0;
        var high = candles.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (CloseOf(middle) <= instant)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>
    /// The last candles of a coarser (or this) timeframe that had closed by then, oldest first. As on the indicator
    /// board, a coarse candle may lack parts in its middle or at its end, but the very first counts only if its
    /// beginning is there.
    /// </summary>
    public Candle[] Before(Timeframe coarse, DateTimeOffset instant, int count)
    {
        var end = ClosedBy(coarse.OpenOf(instant));
        if (coarse == timeframe)
        {
            return candles[Math.Max(0, end - count)..end];
        }

        var found = new List<Candle>(Math.Min(count, end));
        while (found.Count < count && end > 0)
        {
            var opened = coarse.OpenOf(candles[end - 1].OpenTime);
            var begin = end - 1;
            while (begin > 0 && candles[begin - 1].OpenTime >= opened)
            {
                begin--;
            }

            if (begin == 0 && candles[0].OpenTime != opened)
            {
                break;
            }

            found.Add(Together(opened, candles.AsSpan(begin..end)));
            end = begin;
        }

        found.Reverse();
        return [.. found];
    }

    private static Candle Together(DateTimeOffset opened, ReadOnlySpan<Candle> parts)
    {
        var (high, low, volume) = (parts[0].High, parts[0].Low, parts[0].Volume);
        foreach (ref readonly var part in parts[1..])
        {
            high = Math.Max(high, part.High);
            low = Math.Min(low, part.Low);
            volume += part.Volume;
        }

        return new Candle(opened, parts[0].Open, high, low, parts[^1].Close, volume);
    }
}
