using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>Relative strength index, 0 to 100: which share of the recent movement of closes was upwards.</summary>
/// <remarks>
/// 100 × gain / (gain + loss), both smoothed by Wilder's mean over N changes (New Concepts in Technical Trading
/// Systems, 1978). A market that does not move at all is neither strong nor weak: 50.
/// </remarks>
public sealed class Rsi(int period) : IIndicator<double>
{
    private readonly WilderMean _gain = new(Settings.Period(period, nameof(period)));
    private readonly WilderMean _loss = new(period);
    private double? _previous;

    public double? Update(in Candle candle)
    {
        if (_previous is { } previous)
        {
            var change = candle.Close - previous;
            _gain.Add(Math.Max(change, 0));
            _loss.Add(Math.Max(-change, 0));
        }

        _previous = candle.Close;
        return _gain.IsFull ? Share() : null;
    }

    private double Share()
    {
        var movement = _gain.Value + _loss.Value;
        return movement > 0 ? 100 * (_gain.Value / movement) : 50;
    }
}
