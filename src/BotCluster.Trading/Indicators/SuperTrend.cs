using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// SuperTrend: a trailing line a few ATRs from the price, which only tightens until a close crosses it.
/// </summary>
/// <remarks>
/// Olivier Seban: basic bands = (high + low) / 2 ± multiple × ATR. The lower band never falls while closes stay above
/// it, the upper one never rises while closes stay below it. A close at or beyond the active band turns the trend.
/// </remarks>
public sealed class SuperTrend : IIndicator<SuperTrendReading>
{
    private readonly Atr _atr;
    private readonly double _multiple;
    private bool _isWarm;
    private Direction _direction;
    private double _upper;
    private double _lower;
    private double _previousClose;

    public SuperTrend(SuperTrendSpec spec)
    {
        _atr = new Atr(spec.Period);
        _multiple = spec.Multiple;
    }

    public SuperTrendReading? Update(in Candle candle)
    {
        if (_atr.Update(candle) is not { } atr)
        {
            return null;
        }

        var middle = (candle.High + candle.Low) / 2;
        Tighten(middle + _multiple * atr, middle - _multiple * atr);
        if (!_isWarm)
        {
            _direction = candle.Close >= middle ? Direction.Long : Direction.Short;
            _isWarm = true;
        }

        var line = _direction == Direction.Long ? _lower : _upper;
        _direction = candle.Close <= line ? Direction.Short : Direction.Long;
        _previousClose = candle.Close;
        return new SuperTrendReading(_direction == Direction.Long ? _lower : _upper, _direction);
    }

    private void Tighten(double upper, double lower)
    {
        if (!_isWarm || upper < _upper || _previousClose > _upper)
        {
            _upper = upper;
        }

        if (!_isWarm || lower > _lower || _previousClose < _lower)
        {
            _lower = lower;
        }
    }
}
