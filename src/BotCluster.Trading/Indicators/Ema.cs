using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>Exponential moving average of closes, seeded with the plain mean of its first N.</summary>
/// <remarks>EMA = previous + 2 / (N + 1) × (close − previous).</remarks>
public sealed class Ema(int period) : IIndicator<double>
{
    private readonly int _period = Settings.Period(period, nameof(period));
    private readonly double _weight = 2.0 / (period + 1.0);
    private double _value;
    private int _seen;

    public double? Update(in Candle candle) => Update(candle.Close);

    public double? Update(double sample)
    {
        if (_seen == _period)
        {
            return _value += _weight * (sample - _value);
        }

        // Until the window is full, _value is a running sum rather than an average.
        _value += sample;
        return ++_seen == _period ? _value /= _period : null;
    }
}
