using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// Wilder's true range: the candle's range, stretched to the close before it. The first candle has none.
/// </summary>
internal sealed class TrueRange
{
    private double? _previousClose;

    public double? Update(in Candle candle)
    {
        double? range = _previousClose is { } previous
            ? Math.Max(candle.High, previous) - Math.Min(candle.Low, previous)
            : null;
        _previousClose = candle.Close;
        return range;
    }
}
