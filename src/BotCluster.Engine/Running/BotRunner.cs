using BotCluster.Engine.Bots;
using BotCluster.Engine.Json;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Cycle;
using BotCluster.Trading.Paper;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Running;

/// <summary>One bot at work: its turns, its commands, its durable steps. Both engines run this; they add identity, turns and timers.</summary>
/// <remarks>
/// One call at a time. After an exception the runner is of no more use: the state it holds may differ from the
/// stored one, so its engine forgets it and restores the bot from the store.
/// </remarks>
public sealed class BotRunner
{
    private readonly RunnerPorts _ports;
    private readonly RunnerJournal _journal;
    private readonly PaperDesk _desk;
    private bool _isReconciled;

    private BotRunner(BotIdentity identity, BotSettings settings, BotState state, long version, RunnerPorts ports)
    {
        _ports = ports;
        Identity = identity;
        Settings = ports.Settings.Share(settings);
        State = state;
        Version = version;
        _journal = new RunnerJournal(this, ports.Store, ports.Committed);
        _desk = new PaperDesk(state, ports.Feed.Board, ports.FinestOf);
        Cycle = NewCycle();
    }

    public BotIdentity Identity { get; }

    public BotDefinition Definition => Identity.Definition;

    public BotSettings Settings { get; private set; }

    /// <summary>The version of the stored state that this one continues.</summary>
    public long Version { get; internal set; }

    internal BotState State { get; }

    internal TradingCycle Cycle { get; private set; }

    internal ITurnJournal Journal => _journal;

    public BotStatus Status => State.Status;

    public DateTimeOffset? LastStep => State.LastStep;

    // After a crash between the halves of a candle, the candle whose open it has seen already.
    private DateTimeOffset? Time => State.OpenedStep is { } opened && !(State.LastStep >= opened) ? opened : State.LastStep;

    /// <summary>Whether candles mean anything to it: it trades, or it holds something that has to be looked after.</summary>
    public bool NeedsTurns => State.Status is BotStatus.Running or BotStatus.Paused or BotStatus.Stopping
        || !State.Account.IsFlat || State.Orders.Count > 0;

    /// <summary>A bot that was just made: its first state becomes durable with this call.</summary>
    public static async ValueTask<BotRunner> CreateAsync(
        BotIdentity identity, BotSettings settings, RunnerPorts ports, CancellationToken cancellationToken)
    {
        var state = new BotState
        {
            Account = Account.Opened(settings.Symbols[0].Quote, settings.Budget),
            Paper = new PaperBook(),
        };
        var runner = new BotRunner(identity, settings, state, 0, ports) { _isReconciled = true };
        runner._journal.Write(new Fact.CashBooked(new CashBooking(
            state.Numbers.Booking++, identity.Definition.CreatedAt, CashBookingKind.Transfer, null, settings.Budget)));

        // The curve of its worth, and of its client's, begins with what it was given and not with its first candle.
        runner._journal.Write(new Fact.EquityMarked(
            new EquityPoint(identity.Definition.CreatedAt, settings.Budget, settings.Budget, 0m, 0.0)));
        await runner._journal.CommitAsync(cancellationToken);
        return runner;
    }

    /// <summary>A bot as the store knows it. Its first turn settles what is pending before anything else.</summary>
    public static BotRunner Restore(StoredBot stored, RunnerPorts ports)
    {
        var state = stored.State is { } bytes
            ? BotStateJson.Read(bytes.Span)
            : throw new InvalidOperationException($"Bot {stored.Definition.Id} has no state to restore.");
        var identity = new BotIdentity(stored.Definition, ports.Installation, stored.Epoch);
        return new BotRunner(identity, SettingsOf(stored), state, stored.Version, ports);
    }

    /// <summary>One turn at the close of candles. A step the bot has seen already does nothing.</summary>
    public async ValueTask StepAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (State.LastStep >= at)
        {
            return;
        }

        await ReconcileAsync(Time ?? at, cancellationToken);
        _desk.Now = at;
        await Cycle.RunAsync(at, cancellationToken);
        await CommitAsync(cancellationToken);
    }

    /// <summary>Carries out a command in a turn of its own.</summary>
    /// <param name="command">What to do.</param>
    /// <param name="now">The market's time, which is the bot's.</param>
    /// <param name="cancellationToken">Ends the wait, not the bot.</param>
    public async ValueTask<CommandOutcome> ExecuteAsync(BotCommand command, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A bot that is behind the market (it was in trouble) acts in its own time, or it would look ahead.
        var time = Time is { } own && NeedsTurns ? own : now;
        await ReconcileAsync(time, cancellationToken);
        _desk.Now = time;
        var refusal = await new CommandDesk(this).ExecuteAsync(command, time, now, cancellationToken);
        await CommitAsync(cancellationToken);
        return refusal ?? (CommandOutcome)new CommandOutcome.Accepted(BotSnapshots.Of(this, null, now));
    }

    internal static BotSettings SettingsOf(StoredBot stored) => SettingsJson.Parse(stored.Settings) switch
    {
        SettingsReading.Accepted accepted => accepted.Settings,
        SettingsReading.Refused refused => throw new InvalidOperationException(
            $"The stored settings of bot {stored.Definition.Id} cannot be read: "
            + $"{refused.Violations[0].Path}: {refused.Violations[0].Message}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal void Replace(BotSettings settings)
    {
        Settings = _ports.Settings.Share(settings);
        _journal.NewSettings = settings;
        Cycle = NewCycle();
    }

    private TradingCycle NewCycle() => new(new BotContext
    {
        Identity = Identity,
        Settings = Settings,
        State = State,
        Board = _ports.Feed.Board,
        Instruments = _ports.Feed.Instruments,
        FinestOf = _ports.FinestOf,
        Venue = new PaperVenue(
            State.Paper ?? throw new InvalidOperationException($"Bot {Definition.Id} has no paper book, and no other venue is connected."),
            _ports.Feed.Instruments,
            _ports.Fills,
            _desk),
        Journal = _journal,
        Options = _ports.Cycle,
    });

    private async ValueTask ReconcileAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_isReconciled)
        {
            return;
        }

        _desk.Now = now;
        await Cycle.ReconcileAsync(now, cancellationToken);
        _isReconciled = true;
    }

    private ValueTask CommitAsync(CancellationToken cancellationToken) =>
        _journal.IsDirty ? _journal.CommitAsync(cancellationToken) : ValueTask.CompletedTask;

    internal void Touch() => _journal.Touch();
}
