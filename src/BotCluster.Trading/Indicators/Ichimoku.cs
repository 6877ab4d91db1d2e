using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>Ichimoku Kinko Hyo: conversion and base line, and the cloud of support and resistance.</summary>
/// <remarks>
/// Goichi Hosoda: each line is the middle of a range of highs and lows; span A is the mean of conversion and base line,
/// span B the middle of the longest range, and both are drawn ahead by the displacement. There is no lagging span:
/// it shows a later close. Null until the cloud stands over the candle.
/// </remarks>
public sealed class Ichimoku : IIndicator<IchimokuReading>
{
    private readonly RollingRange _short;
    private readonly RollingRange _medium;
    private readonly RollingRange _long;
    private readonly (double A, double B)[] _ahead;
    private int _drawn;
    private int _next;

    public Ichimoku(IchimokuSpec spec)
    {
        _short = new RollingRange(spec.Tenkan);
        _medium = new RollingRange(spec.Kijun);
        _long = new RollingRange(spec.SpanB);
        _ahead = new (double A, double B)[spec.Displacement];
    }

    public IchimokuReading? Update(in Candle candle)
    {
        _short.Add(candle);
        _medium.Add(candle);
        _long.Add(candle);
        if (!_short.IsFull || !_medium.IsFull || !_long.IsFull)
        {
            return null;
        }

        var (tenkan, kijun) = (_short.Middle, _medium.Middle);
        var leading = (A: (tenkan + kijun) / 2, B: _long.Middle);
        var over = _ahead[_next];
        _ahead[_next] = leading;
        _next = _next + 1 == _ahead.Length ? 0 : _next + 1;
        if (_drawn < _ahead.Length)
        {
            _drawn++;
            return null;
        }

        return new IchimokuReading(tenkan, kijun, over.A, over.B, leading.A, leading.B);
    }
}
