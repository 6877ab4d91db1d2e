namespace BotCluster.Ledger.Writing;

/// <summary>How the store writes bots' steps.</summary>
public sealed record BotStoreOptions
{
    /// <summary>Most steps in one transaction: 500 of 1 KB take about 3 ms.</summary>
    public int LargestBatch { get; init; } = 500;

    /// <summary>Most steps that wait; who comes then waits for a place.</summary>
    public int LongestQueue { get; init; } = 20_000;

    /// <summary>How long a step may wait for its answer while the database is away.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(50);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(2);
}
