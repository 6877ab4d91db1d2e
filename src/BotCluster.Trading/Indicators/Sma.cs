using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>Simple moving average: the plain mean of the last N closes.</summary>
public sealed class Sma(int period) : IIndicator<double>
{
    private readonly RollingSum _sum = new(Settings.Period(period, nameof(period)));

    public double? Update(in Candle candle) => Update(candle.Close);

    public double? Update(double sample)
    {
        _sum.Add(sample);
        return _sum.IsFull ? _sum.Mean : null;
    }
}
