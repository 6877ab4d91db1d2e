using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Local;

/// <summary>The store, with a clock on its commits.</summary>
internal sealed class MeasuredStore(IBotStore store, EngineMetrics metrics, TimeProvider time) : IBotStore
{
    public async ValueTask<CommitOutcome> CommitAsync(BotCommit commit, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var outcome = await store.CommitAsync(commit, cancellationToken);
        metrics.CommitTook(time.GetElapsedTime(began));
        return outcome;
    }

    public ValueTask<BotDefinition> CreateAsync(BotCreation creation, CancellationToken cancellationToken) =>
        store.CreateAsync(creation, cancellationToken);

    public ValueTask<StoredBot?> LoadAsync(BotId bot, CancellationToken cancellationToken) =>
        store.LoadAsync(bot, cancellationToken);

    public IAsyncEnumerable<StoredBot> LoadAllAsync(CancellationToken cancellationToken) =>
        store.LoadAllAsync(cancellationToken);
}
