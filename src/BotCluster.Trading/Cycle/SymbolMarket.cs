using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Cycle;

/// <summary>One symbol of a bot in the market data block: what had closed by the bot's time.</summary>
internal sealed class SymbolMarket(Symbol symbol, Instrument? instrument, CandleSeries finest, CandleSeries deciding)
{
    private Candle _latest;

    public Symbol Symbol { get; } = symbol;

    /// <summary>Null where the venue does not list the symbol any more: nothing new may be opened.</summary>
    public Instrument? Instrument { get; } = instrument;

    /// <summary>The series the mode decides on.</summary>
    public CandleSeries Deciding { get; } = deciding;

    /// <summary>The latest close by now; null before the first candle.</summary>
    public double? Price { get; private set; }

    /// <summary>Whether a candle of the finest series closed exactly now: <see cref="Latest"/> is new.</summary>
    public bool HasClosed { get; private set; }

    /// <summary>The candle of the bot's timeframe that closed exactly now; null between two closes.</summary>
    public long? Decides { get; private set; }

    public ref readonly Candle Latest => ref _latest;

    public void Observe(DateTimeOffset now)
    {
        if (!finest.TryFind(now, out var sequence))
        {
            (Price, HasClosed, Decides) = (null, false, null);
            return;
        }

        _latest = finest[sequence];
        Price = _latest.Close;
        HasClosed = finest.CloseTime(sequence) == now;
        Decides = HasClosed && Deciding.Timeframe.ClosesAt(now) && Deciding.TryFind(now, out var decided)
            && Deciding.CloseTime(decided) == now
                ? decided
                : null;
    }
}
