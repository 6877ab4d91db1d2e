using BotCluster.Trading.Cycle;
using BotCluster.Trading.Paper;

namespace BotCluster.Engine.Local;

/// <summary>How the local engine runs its bots.</summary>
public sealed record LocalEngineOptions
{
    /// <summary>Six lower-case letters and digits that tell this installation's orders from everybody else's.</summary>
    public required string Installation { get; init; }

    /// <summary>What gives a bot its turns.</summary>
    public EngineDrive Drive { get; init; } = EngineDrive.Feed;

    /// <summary>How long a step waits for its slowest bot; who is slower catches up on his own. Longer than the store's own patience.</summary>
    public TimeSpan StepPatience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Turns of one step that wait for the store at once.</summary>
    public int MostTurnsInFlight { get; init; } = 4096;

    /// <summary>Turns out of step (retries, cadences) that run at once.</summary>
    public int Workers { get; init; } = 64;

    /// <summary>When a bot in trouble is tried again; then twice as long each time.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a stop waits for the turns in flight before it abandons them.</summary>
    public TimeSpan StopPatience { get; init; } = TimeSpan.FromSeconds(10);

    public FillOptions Fills { get; init; } = FillOptions.Default;

    public CycleOptions Cycle { get; init; } = new();
}

/// <summary>What gives a bot its turns.</summary>
public enum EngineDrive
{
    /// <summary>Every step of the feed, all bots in a fixed order: a replay.</summary>
    Feed = 1,

    /// <summary>The bot's own cadence by the wall clock, phases spread: live candles.</summary>
    Cadence = 2,
}
