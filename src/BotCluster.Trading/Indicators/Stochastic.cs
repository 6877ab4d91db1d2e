using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// Slow stochastic oscillator: where the close stands between the lowest low and the highest high of N candles.
/// </summary>
/// <remarks>
/// George Lane: raw = 100 × (close − lowest) / (highest − lowest); %K = plain mean of raw over the smoothing, %D =
/// plain mean of %K. A range without width puts the close in its middle: 50.
/// </remarks>
public sealed class Stochastic : IIndicator<StochasticReading>
{
    private readonly RollingRange _range;
    private readonly Sma _k;
    private readonly Sma _d;

    public Stochastic(StochasticSpec spec)
    {
        _range = new RollingRange(spec.Period);
        _k = new Sma(spec.Smoothing);
        _d = new Sma(spec.Signal);
    }

    public StochasticReading? Update(in Candle candle)
    {
        _range.Add(candle);
        if (!_range.IsFull)
        {
            return null;
        }

        var width = _range.High - _range.Low;
        var raw = width > 0 ? 100 * ((candle.Close - _range.Low) / width) : 50;
        return _k.Update(raw) is { } k && _d.Update(k) is { } d ? new StochasticReading(k, d) : null;
    }
}
