using System.Buffers;
using BotCluster.Engine.Json;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Running;

/// <summary>Commits a bot's state and facts to the store, each commit guarded by the version the last one left.</summary>
internal sealed class RunnerJournal(BotRunner runner, IBotStore store, Action<BotRunner, IReadOnlyList<Fact>> committed) : ITurnJournal
{
    // One a thread and used again: only the copy that goes to the store is new.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    private List<Fact> _facts = [];

    private bool _isTouched;

    /// <summary>Whether there is anything to make durable.</summary>
    public bool IsDirty => _isTouched || _facts.Count > 0 || NewSettings is not null;

    /// <summary>New settings that the next commit stores with the state.</summary>
    public BotSettings? NewSettings { get; set; }

    public void Write(Fact fact) => _facts.Add(fact);

    /// <summary>The state changed in a way that is no fact of its own.</summary>
    public void Touch() => _isTouched = true;

    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        var facts = _facts;
        var commit = new BotCommit
        {
            Bot = runner.Definition.Id,
            Tenant = runner.Definition.Tenant,
            ExpectedVersion = runner.Version,
            Epoch = runner.Identity.Epoch,
            State = StateBytes(),
            Status = runner.State.Status,
            Facts = facts,
            Settings = NewSettings is { } settings ? SettingsJson.Write(settings) : null,
        };

        if (await store.CommitAsync(commit, cancellationToken) != CommitOutcome.Committed)
        {
            throw new LostPlaceException(
                $"Bot {runner.Definition.Id} has moved on from version {runner.Version} in epoch {runner.Identity.Epoch}.");
        }

        // The list was handed to the store and to whoever listens; it is theirs now.
        _facts = [];
        NewSettings = null;
        _isTouched = false;
        runner.Version++;
        committed(runner, facts);
    }

    private byte[] StateBytes()
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(4096);
        buffer.ResetWrittenCount();
        BotStateJson.Write(runner.State, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
