using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// Volume-weighted average price since the anchor, with bands of volume-weighted standard deviations.
/// </summary>
/// <remarks>
/// Σ volume × (high + low + close) / 3 over Σ volume. Mean and deviation are updated together by West's weighted
/// form of Welford's method (CACM 22, 1979), which stays sound where the difference of two large sums would not.
/// While nothing has traded since the anchor, it stands at the last typical price. With a day's anchor it is null
/// until the beginning of a day was seen, since half a day would be another figure after a restart.
/// </remarks>
public sealed class Vwap : IIndicator<VwapReading>
{
    private readonly DayAnchor _anchor;
    private readonly double _deviations;
    private double _volume;
    private double _mean;
    private double _squares;

    public Vwap(VwapSpec spec)
    {
        _anchor = new DayAnchor(spec.Anchor);
        _deviations = spec.Deviations;
    }

    public VwapReading? Update(in Candle candle)
    {
        if (_anchor.RestartsAt(candle))
        {
            (_volume, _mean, _squares) = (0, 0, 0);
        }

        Add(candle.TypicalPrice, candle.Volume);
        if (!_anchor.IsWhole)
        {
            return null;
        }

        var band = _volume > 0 ? _deviations * Math.Sqrt(_squares / _volume) : 0;
        return new VwapReading(_mean, _mean + band, _mean - band);
    }

    private void Add(double price, double volume)
    {
        _volume += volume;
        if (!(_volume > 0))
        {
            _mean = price;
            return;
        }

        var distance = price - _mean;
        _mean += distance * (volume / _volume);

        // The two distances have one sign, but for rounding.
        _squares += volume * Math.Max(0, distance * (price - _mean));
    }
}
