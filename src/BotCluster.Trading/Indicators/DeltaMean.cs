using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// The mean size of the last N candles' deltas, whichever their sign: what a surge of delta is measured against.
/// </summary>
public sealed class DeltaMean(int period) : IIndicator<double>
{
    private readonly Sma _mean = new(period);

    public double? Update(in Candle candle) => _mean.Update(Math.Abs(CumulativeDelta.Of(candle)));
}
