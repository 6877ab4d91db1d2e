using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>The last readings of one indicator on one series of candles, under the candles' own numbers.</summary>
public sealed class Track<T> : Track
    where T : struct
{
    private readonly IIndicator<T> _indicator;
    private readonly Ring<T?> _readings;

    internal Track(IIndicator<T> indicator, int capacity, long firstSequence)
    {
        _indicator = indicator;
        _readings = new Ring<T?>(capacity, firstSequence);
    }

    /// <summary>The number of the oldest candle whose reading is still held.</summary>
    public long Oldest => _readings.Oldest;

    /// <returns>The reading when that candle had closed; null where the indicator was not warm yet.</returns>
    /// <exception cref="ArgumentOutOfRangeException">That candle is no longer held, or has not closed yet.</exception>
    public T? At(long sequence) => _readings.Read(sequence);

    internal override void Advance(in Candle candle) => _readings.Write(_indicator.Update(candle));

    internal override void WarmUp(in Candle candle) => _indicator.Update(candle);
}
