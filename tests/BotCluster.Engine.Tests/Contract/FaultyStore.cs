using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Tests.Contract;

/// <summary>The real store behind a door that a test can slam: for one bot, for all, before or after the commit landed.</summary>
internal sealed class FaultyStore(IBotStore store) : IBotStore
{
    /// <summary>Asked before each commit; what it returns is thrown.</summary>
    public Func<BotCommit, Exception?> Before { get; set; } = _ => null;

    /// <summary>Asked after each commit landed; what it returns is thrown.</summary>
    public Func<BotCommit, Exception?> After { get; set; } = _ => null;

    /// <summary>Waited for before each commit.</summary>
    public Func<BotCommit, Task> Delay { get; set; } = _ => Task.CompletedTask;

    public Func<Exception?> Loading { get; set; } = () => null;

    public async ValueTask<CommitOutcome> CommitAsync(BotCommit commit, CancellationToken cancellationToken)
    {
        await Delay(commit);
        Throw(Before(commit));
        var outcome = await store.CommitAsync(commit, cancellationToken);
        Throw(After(commit));
        return outcome;
    }

    public ValueTask<BotDefinition> CreateAsync(BotCreation creation, CancellationToken cancellationToken) =>
        store.CreateAsync(creation, cancellationToken);

    public ValueTask<StoredBot?> LoadAsync(BotId bot, CancellationToken cancellationToken)
    {
        Throw(Loading());
        return store.LoadAsync(bot, cancellationToken);
    }

    public IAsyncEnumerable<StoredBot> LoadAllAsync(CancellationToken cancellationToken) => store.LoadAllAsync(cancellationToken);

    private static void Throw(Exception? failure)
    {
        if (failure is not null)
        {
            throw failure;
        }
    }
}
