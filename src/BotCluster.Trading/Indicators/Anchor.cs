using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>Where a running total such as VWAP begins anew.</summary>
public enum Anchor
{
    /// <summary>At midnight UTC.</summary>
    UtcDay = 1,

    /// <summary>Never: it runs from the first candle it was given, so its level depends on where that was.</summary>
    Unanchored = 2,
}

/// <summary>How far back an anchor reaches.</summary>
internal static class Anchors
{
    public static int WarmUpOn(this Anchor anchor, Timeframe timeframe) => anchor switch
    {
        // The candles of a day, plus the one before: it proves that the day's beginning was seen.
        Anchor.UtcDay => (Timeframe.OneDay.Minutes + timeframe.Minutes - 1) / timeframe.Minutes + 1,
        Anchor.Unanchored => 1,
        _ => throw new ArgumentOutOfRangeException(
            nameof(anchor), anchor, $"An anchor is {Anchor.UtcDay} or {Anchor.Unanchored}."),
    };

    public static Anchor Checked(this Anchor anchor) => Enum.IsDefined(anchor)
        ? anchor
        : throw new ArgumentOutOfRangeException(
            nameof(anchor), anchor, $"An anchor is {Anchor.UtcDay} or {Anchor.Unanchored}.");
}
