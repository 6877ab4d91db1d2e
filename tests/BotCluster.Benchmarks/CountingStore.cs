using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Benchmarks;

/// <summary>The real store, with a count of its commits.</summary>
internal sealed class CountingStore(IBotStore store) : IBotStore
{
    private long _commits;

    public long Commits => Volatile.Read(ref _commits);

    public ValueTask<CommitOutcome> CommitAsync(BotCommit commit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _commits);
        return store.CommitAsync(commit, cancellationToken);
    }

    public ValueTask<BotDefinition> CreateAsync(BotCreation creation, CancellationToken cancellationToken) =>
        store.CreateAsync(creation, cancellationToken);

    public ValueTask<StoredBot?> LoadAsync(BotId bot, CancellationToken cancellationToken) => store.LoadAsync(bot, cancellationToken);

    public IAsyncEnumerable<StoredBot> LoadAllAsync(CancellationToken cancellationToken) => store.LoadAllAsync(cancellationToken);
}
