using BotCluster.Engine.Bots;
using BotCluster.Engine.Running;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Local;

/// <summary>A bot's place in the engine: its runner, and the gate that lets one turn in at a time.</summary>
/// <remarks>An idle bot pays for two fields, and for no semaphore and no lock of its own.</remarks>
internal sealed class BotSlot(BotDefinition definition, ClientTally tally)
{
    // A hundred thousand bots share a few locks, each held for a few instructions.
    private static readonly Lock[] Gates = [.. Enumerable.Range(0, 64).Select(_ => new Lock())];

    private Queue<TaskCompletionSource>? _waiting;
    private bool _isBusy;
    private bool _isBehind;
    private long _lastSeenTicks;

    private Lock Gate => Gates[Definition.Number % Gates.Length];

    public BotDefinition Definition { get; } = definition;

    /// <summary>The sums of the bot's client.</summary>
    public ClientTally Tally { get; } = tally;

    /// <summary>Null while its state cannot be trusted and has to be read again. Changed inside a turn only.</summary>
    public BotRunner? Runner { get; set; }

    /// <summary>What goes wrong with it; null while all is well. Changed inside a turn only.</summary>
    public BotTrouble? Trouble { get; set; }

    /// <summary>Its trouble was not yet told as an alert.</summary>
    public bool OwesAlert { get; set; }

    /// <summary>What became durable in this turn and was not announced yet.</summary>
    public List<Fact>? Unannounced { get; set; }

    /// <summary>Whether the fleet counts it among those behind.</summary>
    public bool IsWatched { get; set; }

    /// <summary>How many of its refusals are counted; a repeated one is no fact of its own, so the state is asked.</summary>
    public long CountedRefusals { get; set; }

    /// <summary>What the sums of its client hold of it.</summary>
    public BotShare Share { get; set; }

    /// <summary>The last step it has seen, for whoever looks in from outside its turns.</summary>
    public DateTimeOffset? LastSeen
    {
        get => Volatile.Read(ref _lastSeenTicks) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        set => Volatile.Write(ref _lastSeenTicks, value?.UtcTicks ?? 0);
    }

    /// <summary>Whether it has missed steps that it must catch up with before it takes a new one.</summary>
    public bool IsBehind
    {
        get
        {
            lock (Gate)
            {
                return _isBehind;
            }
        }
    }

    public bool TryEnter()
    {
        lock (Gate)
        {
            return !_isBusy && (_isBusy = true);
        }
    }

    /// <summary>Waits for its turn; first come, first served.</summary>
    public Task EnterAsync()
    {
        lock (Gate)
        {
            if (!_isBusy)
            {
                _isBusy = true;
                return Task.CompletedTask;
            }

            var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (_waiting ??= new Queue<TaskCompletionSource>(1)).Enqueue(place);
            return place.Task;
        }
    }

    public void Leave()
    {
        TaskCompletionSource? next = null;
        lock (Gate)
        {
            if (_waiting is null || !_waiting.TryDequeue(out next))
            {
                _waiting = null;
                _isBusy = false;
            }
        }

        next?.SetResult();
    }

    public void FallBehind()
    {
        lock (Gate)
        {
            _isBehind = true;
        }
    }

    /// <summary>Whether a turn is in it that will catch up with what comes now.</summary>
    public bool IsCatchingUp()
    {
        lock (Gate)
        {
            return _isBusy && _isBehind;
        }
    }

    /// <summary>The step it has to take next; where there is none it is no longer behind, both seen as one.</summary>
    public DateTimeOffset? NextMissed(Func<BotRunner, DateTimeOffset?> find)
    {
        lock (Gate)
        {
            var next = Runner is { NeedsTurns: true } runner ? find(runner) : null;
            _isBehind = next is not null;
            return next;
        }
    }

    /// <summary>Adds what is new to the sums of the client. Called at the end of a turn.</summary>
    public void CountRefusals(long refusals)
    {
        if (refusals > CountedRefusals)
        {
            Tally.Count(0, 0, refusals - CountedRefusals);
        }

        CountedRefusals = refusals;
    }

    public bool Trades(HashSet<Symbol> symbols)
    {
        if (Runner is not { } runner)
        {
            return false;
        }

        var traded = runner.Settings.Symbols;
        for (var index = 0; index < traded.Count; index++)
        {
            if (symbols.Contains(traded[index]))
            {
                return true;
            }
        }

        return false;
    }
}
