using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// Cumulative delta: volume bought less volume sold since the anchor, judged by where each candle closed in its range.
/// </summary>
/// <remarks>
/// Delta of a candle = volume × (2 × close − high − low) / (high − low), 0 for a flat candle. With a day's anchor it is
/// null until the beginning of a day was seen, since half a day would be another figure after a restart.
/// </remarks>
public sealed class CumulativeDelta(Anchor anchor) : IIndicator<DeltaReading>
{
    private readonly DayAnchor _anchor = new(anchor.Checked());
    private double _cumulative;

    public DeltaReading? Update(in Candle candle)
    {
        if (_anchor.RestartsAt(candle))
        {
            _cumulative = 0;
        }

        var delta = Of(candle);
        _cumulative += delta;
        return _anchor.IsWhole ? new DeltaReading(delta, _cumulative) : null;
    }

    internal static double Of(in Candle candle)
    {
        var range = candle.High - candle.Low;
        return range > 0 ? candle.Volume * ((candle.Close - candle.Low - (candle.High - candle.Close)) / range) : 0;
    }
}
