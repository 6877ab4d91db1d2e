using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>Average true range: how far the price usually travels within one candle, gaps included.</summary>
/// <remarks>
/// Wilder's mean over N true ranges (New Concepts in Technical Trading Systems, 1978); the first true range belongs
/// to the second candle.
/// </remarks>
public sealed class Atr(int period) : IIndicator<double>
{
    private readonly WilderMean _mean = new(Settings.Period(period, nameof(period)));
    private readonly TrueRange _range = new();

    public double? Update(in Candle candle)
    {
        if (_range.Update(candle) is { } range)
        {
            _mean.Add(range);
        }

        return _mean.IsFull ? _mean.Value : null;
    }
}
