using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>The plain mean of the last N candles' volumes, this candle included.</summary>
public sealed class VolumeMean(int period) : IIndicator<double>
{
    private readonly Sma _mean = new(period);

    public double? Update(in Candle candle) => _mean.Update(candle.Volume);
}
