namespace BotCluster.Trading.Ports;

/// <summary>Remembers, across restarts, how far a replay has come.</summary>
public interface IFeedCursor
{
    /// <returns>The last instant that every bot has seen; null before the first.</returns>
    ValueTask<DateTimeOffset?> LoadAsync(CancellationToken cancellationToken);

    ValueTask SaveAsync(DateTimeOffset at, CancellationToken cancellationToken);
}
