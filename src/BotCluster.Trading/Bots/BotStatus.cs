namespace BotCluster.Trading.Bots;

/// <summary>What a bot was told to do.</summary>
public enum BotStatus
{
    /// <summary>Made, and never started.</summary>
    Created = 1,

    /// <summary>Trades: entries and exits.</summary>
    Running = 2,

    /// <summary>Exits only.</summary>
    Paused = 3,

    /// <summary>No entries; cycles until flat or protected, as its <see cref="OnStop"/> says.</summary>
    Stopping = 4,

    /// <summary>Does nothing; an open position is kept protected.</summary>
    Stopped = 5,

    /// <summary>Archived; its history is kept and it never trades again.</summary>
    Retired = 6,
}

/// <summary>What a stop does with an open position. It never abandons one.</summary>
public enum OnStop
{
    KeepProtected = 1,
    Close = 2,
}

/// <summary>What keeps a bot from new entries although it was told to run; it clears by its own rule.</summary>
public enum EntryBlock
{
    /// <summary>Drawdown from the peak went over its limit; resuming sets a new peak.</summary>
    Drawdown = 1,

    /// <summary>A kill switch was pulled; resuming needs the switch to be released first.</summary>
    Killed = 2,
}
