namespace BotCluster.Trading.Risk;

/// <summary>How serious the fall of a bot's equity from its peak has become.</summary>
public enum DrawdownAlarm
{
    /// <summary>Close to the limit; said once until the next peak.</summary>
    Warning = 1,

    /// <summary>At the limit or over it: the bot stops. Said every turn until it is resumed or recovers.</summary>
    Stop = 2,
}

/// <summary>Watches how far a bot's equity has fallen from its peak.</summary>
public static class DrawdownWatch
{
    /// <summary>Looks at the fall from the peak. Called every turn, after <see cref="RiskBookkeeping.Advance"/>.</summary>
    /// <returns>Null where there is nothing to say.</returns>
    public static DrawdownAlarm? Observe(RiskCounters counters, decimal? equity, RiskLimits limits)
    {
        if (ShareOf(counters, equity) is not { } share || share < limits.MaximumDrawdown * limits.DrawdownWarningAt)
        {
            return null;
        }

        if (share >= limits.MaximumDrawdown)
        {
            return DrawdownAlarm.Stop;
        }

        if (counters.DrawdownWarned)
        {
            return null;
        }

        counters.DrawdownWarned = true;
        return DrawdownAlarm.Warning;
    }

    /// <summary>How far the equity is below its peak, as a share of the peak; null where either is not known.</summary>
    public static decimal? ShareOf(RiskCounters counters, decimal? equity) =>
        counters.PeakEquity is { } peak && peak > 0m && equity is { } worth ? Math.Max(0m, (peak - worth) / peak) : null;
}
