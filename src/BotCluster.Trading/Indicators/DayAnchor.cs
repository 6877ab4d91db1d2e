using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// Tells where a new day begins in a stream of candles, and whether the beginning of this day was seen at all.
/// </summary>
internal sealed class DayAnchor(Anchor anchor)
{
    private long _day = -1;
    private bool _isWhole = anchor == Anchor.Unanchored;

    /// <summary>
    /// Whether the sums of the present day are whole: half a day would be another figure after a restart.
    /// </summary>
    public bool IsWhole => _isWhole;

    /// <summary>Whether sums must restart before this candle is counted.</summary>
    public bool RestartsAt(in Candle candle)
    {
        if (anchor == Anchor.Unanchored)
        {
            return false;
        }

        var day = candle.OpenTicks / TimeSpan.TicksPerDay;
        if (day == _day)
        {
            return false;
        }

        _isWhole = _day >= 0 || candle.OpenTicks % TimeSpan.TicksPerDay == 0;
        _day = day;
        return true;
    }
}
