using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Replay;

/// <summary>One symbol's driving candles and how far they have been played.</summary>
internal sealed class ReplayLane(Symbol symbol, StoredCandles candles)
{
    private int _next;

    public Symbol Symbol => symbol;

    public Timeframe Timeframe => candles.Timeframe;

    public DateTimeOffset End => candles.LastClose;

    /// <summary>When the next candle closes; null after the last.</summary>
    public DateTimeOffset? NextClose => _next < candles.Count ? candles.CloseOf(_next) : null;

    /// <summary>The candle that closed last; null before the first.</summary>
    public Candle? Latest => _next > 0 ? candles[_next - 1] : null;

    public void SeekAfter(DateTimeOffset instant) => _next = candles.ClosedBy(instant);

    public ref readonly Candle Take() => ref candles[_next++];
}
