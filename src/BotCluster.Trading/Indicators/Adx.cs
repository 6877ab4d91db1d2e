using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// Average directional index: the strength of a trend whatever its direction, with both directional indicators.
/// </summary>
/// <remarks>
/// Wilder (New Concepts in Technical Trading Systems, 1978): +DM and −DM are the part of a candle that reaches beyond
/// the one before, the larger side only; DI = 100 × smoothed DM / smoothed true range; DX = 100 × |+DI − −DI| /
/// (+DI + −DI); ADX is the Wilder mean of DX. Without any movement DI and DX are 0.
/// </remarks>
public sealed class Adx(int period) : IIndicator<AdxReading>
{
    private readonly WilderMean _ranges = new(Settings.Period(period, nameof(period)));
    private readonly WilderMean _rises = new(period);
    private readonly WilderMean _falls = new(period);
    private readonly WilderMean _strength = new(period);
    private readonly TrueRange _range = new();
    private double _previousHigh;
    private double _previousLow;

    public AdxReading? Update(in Candle candle)
    {
        if (_range.Update(candle) is { } range)
        {
            var rise = candle.High - _previousHigh;
            var fall = _previousLow - candle.Low;
            _ranges.Add(range);
            _rises.Add(rise > fall && rise > 0 ? rise : 0);
            _falls.Add(fall > rise && fall > 0 ? fall : 0);
        }

        _previousHigh = candle.High;
        _previousLow = candle.Low;
        return _ranges.IsFull ? Read() : null;
    }

    private AdxReading? Read()
    {
        var plus = Percent(_rises.Value, _ranges.Value);
        var minus = Percent(_falls.Value, _ranges.Value);
        _strength.Add(Percent(Math.Abs(plus - minus), plus + minus));
        return _strength.IsFull ? new AdxReading(_strength.Value, plus, minus) : null;
    }

    private static double Percent(double part, double whole) => whole > 0 ? 100 * (part / whole) : 0;
}
