using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>The last closed candles of one symbol in one timeframe, each under a rising number.</summary>
/// <remarks>
/// The numbers have no meaning outside this series: decide by time, find the number of the candle that had closed
/// by then, and read the series and its tracks at that number. One writer, any number of readers without a lock.
/// </remarks>
public sealed class CandleSeries
{
    private readonly Ring<Candle> _candles;
    private readonly long _lengthTicks;

    internal CandleSeries(Symbol symbol, Timeframe timeframe, int capacity)
    {
        Symbol = symbol;
        Timeframe = timeframe;
        _lengthTicks = timeframe.Length.Ticks;
        _candles = new Ring<Candle>(capacity, 0);
    }

    public Symbol Symbol { get; }

    public Timeframe Timeframe { get; }

    /// <summary>How many candles are kept.</summary>
    public int Capacity => _candles.Capacity;

    public bool IsEmpty => _candles.Latest < 0;

    /// <summary>The number of the oldest candle still held.</summary>
    public long Oldest => _candles.Oldest;

    /// <summary>
    /// The number of the newest candle, for displays; -1 while there is none. A decision goes by time, see <see
    /// cref="TryFind"/>.
    /// </summary>
    public long Latest => _candles.Latest;

    public Candle this[long sequence] => _candles.Read(sequence);

    public DateTimeOffset CloseTime(long sequence) => this[sequence].OpenTime.AddTicks(_lengthTicks);

    /// <summary>Finds the last candle that had closed by this instant; false where none that old is held.</summary>
    public bool TryFind(DateTimeOffset closedAt, out long sequence)
    {
        var openedBy = closedAt.UtcTicks - _lengthTicks;
        while (true)
        {
            sequence = _candles.Latest;
            if (_candles.TryRead(sequence, out var latest))
            {
                return latest.OpenTicks <= openedBy || TrySearch(openedBy, ref sequence);
            }

            if (sequence < 0)
            {
                return false;
            }
        }
    }

    internal void Write(in Candle candle) => _candles.Write(candle);

    /// <summary>For the writer: the candles held now, oldest first.</summary>
    internal Candle[] Held()
    {
        var held = new Candle[_candles.Latest - _candles.Oldest + 1];
        for (var index = 0; index < held.Length; index++)
        {
            held[index] = _candles.Read(_candles.Oldest + index);
        }

        return held;
    }

    // Finds the last candle below `sequence` that opened by then. Candles that the writer drops during the search
    // count as too old, as they would have a moment later.
    private bool TrySearch(long openedBy, ref long sequence)
    {
        var low = _candles.Oldest;
        var high = sequence - 1;
        while (low <= high)
        {
            var middle = low + ((high - low) >> 1);
            if (!_candles.TryRead(middle, out var candle))
            {
                low = _candles.Oldest;
            }
            else if (candle.OpenTicks <= openedBy)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        sequence = high;
        return _candles.TryRead(high, out var found) && found.OpenTicks <= openedBy;
    }
}
