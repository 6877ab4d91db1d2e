using BotCluster.Trading.Ports;

namespace BotCluster.Gateways.Tests.Replay;

/// <summary>A cursor in memory that remembers every save.</summary>
internal sealed class MemoryCursor : IFeedCursor
{
    public List<DateTimeOffset> Saved { get; } = [];

    public ValueTask<DateTimeOffset?> LoadAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<DateTimeOffset?>(Saved.Count > 0 ? Saved[^1] : null);

    public ValueTask SaveAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        Saved.Add(at);
        return ValueTask.CompletedTask;
    }
}
