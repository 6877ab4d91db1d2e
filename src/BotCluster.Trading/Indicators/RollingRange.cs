using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>The highest high and the lowest low of the last N candles.</summary>
internal sealed class RollingRange(int period)
{
    private readonly RollingMaximum _highs = new(period);
    private readonly RollingMaximum _negatedLows = new(period);

    public bool IsFull => _highs.IsFull;

    public double High => _highs.Value;

    public double Low => -_negatedLows.Value;

    public double Middle => (High + Low) / 2;

    public void Add(in Candle candle)
    {
        _highs.Add(candle.High);
        _negatedLows.Add(-candle.Low);
    }
}
