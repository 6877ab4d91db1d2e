using BotCluster.Trading.Ports;

namespace BotCluster.Ledger.Writing;

/// <summary>One step of a bot on its way to the database, with whoever waits for the answer.</summary>
/// <param name="commit">The step.</param>
/// <param name="token">Unique to this step: by it the store knows its own write again after a lost answer.</param>
internal sealed class PendingCommit(BotCommit commit, long token)
{
    // The writer must not run the bot's next turn on its own back.
    private readonly TaskCompletionSource<CommitOutcome> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile bool _isAbandoned;

    public BotCommit Commit => commit;

    public long Token => token;

    public Task<CommitOutcome> Answer => _answer.Task;

    /// <summary>Nobody waits any more: written only if it is being written already.</summary>
    public bool IsAbandoned => _isAbandoned;

    public void Abandon() => _isAbandoned = true;

    public void Resolve(CommitOutcome outcome) => _answer.TrySetResult(outcome);

    public void Fail(Exception reason) => _answer.TrySetException(reason);
}
