using BotCluster.Engine.Bots;
using BotCluster.Engine.Running;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BotCluster.Engine.Local;

/// <summary>All bots in one process: in memory, one turn at a time each, their steps durable in the store.</summary>
public sealed class LocalBotEngine : IBotEngine, IHostedService, IAsyncDisposable
{
    private const int MostKillsAtOnce = 256;
    private static readonly TimeSpan FirstStepPatience = TimeSpan.FromSeconds(10);

    private readonly EngineParts _parts;
    private readonly EngineMetrics _metrics;
    private readonly Announcer _announcer;
    private readonly KillSwitches _switches = new();
    private readonly Troubles _troubles;
    private readonly BotTurns _turns;
    private readonly TurnWorkers _workers;
    private readonly TimerWheel _wheel;
    private readonly CadenceDriver _cadence;
    private readonly FeedDriver _driver;
    private bool _isStarted;

    public LocalBotEngine(
        IBotStore store, IMarketFeed feed, LocalEngineOptions options, TimeProvider time, ILogger<LocalBotEngine> log)
    {
        var clock = new MarketClock();
        var roster = new BotRoster();
        var fleet = new Fleet(clock);
        _metrics = new EngineMetrics(fleet, roster);
        _announcer = new Announcer(clock, roster, fleet, log);
        var ports = new RunnerPorts
        {
            Store = new MeasuredStore(store, _metrics, time),
            Feed = feed,
            Installation = options.Installation,
            Committed = _announcer.Committed,
            Fills = options.Fills,
            Cycle = options.Cycle,
        };
        _parts = new EngineParts
        {
            Ports = ports,
            Options = options,
            Time = time,
            Log = log,
            Clock = clock,
            Roster = roster,
            Fleet = fleet,
        };
        _wheel = new TimerWheel(time, Due);
        _troubles = new Troubles(_parts, (slot, pause) => _wheel.Schedule(pause, new RetryTicket(slot)));
        _turns = new BotTurns(_parts, _switches, _announcer, _troubles);
        _workers = new TurnWorkers(_turns, options.Workers);
        _cadence = new CadenceDriver(_parts, _wheel);
        _driver = new FeedDriver(_parts, _turns, _metrics);
    }

    public EngineState State => new(
        _isStarted && !_parts.IsStopping,
        _parts.Roster.Count,
        _driver.LastTurnAt,
        _parts.IsStopping ? "Stopping." : !_isStarted ? "Not started." : _driver.Obstacle ?? "Running.");

    /// <summary>Reads all bots from the store and begins to give them turns.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await foreach (var stored in _parts.Ports.Store.LoadAllAsync(cancellationToken))
        {
            await PutAsync(stored, cancellationToken);
        }

        _workers.Start();
        _driver.Start();
        _isStarted = true;
        _parts.Log.LogInformation("The engine holds {Count} bots.", _parts.Roster.Count);
    }

    /// <summary>No new turns, then the end of those in flight or, after a while, their abandonment.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_parts.IsStopping)
        {
            return;
        }

        _parts.Stop();
        _wheel.Dispose();
        var quiet = QuietAsync();
        if (await Task.WhenAny(quiet, Task.Delay(_parts.Options.StopPatience, _parts.Time, cancellationToken)) != quiet)
        {
            // What they had recorded is durable, what they had not is forgotten: the next start settles the rest.
            _turns.Abandon();
            await Task.WhenAny(quiet, Task.Delay(TimeSpan.FromSeconds(1), _parts.Time, CancellationToken.None));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _metrics.Dispose();
        _wheel.Dispose();
        _driver.Dispose();
        _turns.Dispose();
        _parts.Dispose();
    }

    public async Task<CommandOutcome> CreateAsync(NewBot bot, CancellationToken cancellationToken)
    {
        if (await NotReadyAsync(cancellationToken) is { } notReady)
        {
            return notReady;
        }

        try
        {
            var slot = _parts.Roster.Find(bot.Id) ?? await MakeAsync(bot, cancellationToken);
            return slot.Definition.Tenant == bot.Tenant
                ? new CommandOutcome.Accepted(await _turns.LookAsync(slot).WaitAsync(cancellationToken))
                : new CommandOutcome.NotFound();
        }
        catch (StoreUnavailableException away)
        {
            return new CommandOutcome.Unavailable(away.Message);
        }
    }

    public async Task<CommandOutcome> ExecuteAsync(
        TenantId tenant, BotId bot, BotCommand command, CancellationToken cancellationToken)
    {
        if (Of(tenant, bot) is not { } slot)
        {
            return new CommandOutcome.NotFound();
        }

        // The caller may stop waiting; the turn itself runs to its end.
        return await NotReadyAsync(cancellationToken) ?? await _turns.ExecuteAsync(slot, command).WaitAsync(cancellationToken);
    }

    public async ValueTask<BotSnapshot?> SnapshotAsync(TenantId tenant, BotId bot, CancellationToken cancellationToken) =>
        Of(tenant, bot) is { } slot ? await _turns.LookAsync(slot).WaitAsync(cancellationToken) : null;

    public ValueTask<FleetSummary> SummariseAsync(TenantId? tenant, CancellationToken cancellationToken) =>
        new(_parts.Fleet.Summarise(tenant));

    public async Task<KillReport> KillAsync(TenantId? tenant, string reason, CancellationToken cancellationToken)
    {
        _switches.Pull(tenant, reason);
        var outcomes = await EachAsync(tenant, new BotCommand.Kill(reason), cancellationToken);
        var unconfirmed = outcomes
            .Where(answer => answer.Outcome is not (CommandOutcome.Accepted or CommandOutcome.Refused { Code: "retired" }))
            .Select(answer => answer.Bot)
            .ToArray();
        return new KillReport(outcomes.Count - unconfirmed.Length, unconfirmed);
    }

    public async Task ReleaseAsync(TenantId? tenant, CancellationToken cancellationToken)
    {
        _switches.Release(tenant);
        await EachAsync(tenant, new BotCommand.Release(), cancellationToken);
    }

    public IDisposable Subscribe(IBotObserver observer) => _announcer.Add(observer);

    private BotSlot? Of(TenantId tenant, BotId bot) =>
        _parts.Roster.Find(bot) is { } slot && slot.Definition.Tenant == tenant ? slot : null;

    private async Task<CommandOutcome?> NotReadyAsync(CancellationToken cancellationToken)
    {
        if (_parts.IsStopping || !_isStarted)
        {
            return new CommandOutcome.Unavailable(State.Detail);
        }

        // A bot acts in the market's time, so it waits until there is one.
        var known = _parts.Clock.Known;
        return known.IsCompleted
            || await Task.WhenAny(known, Task.Delay(FirstStepPatience, _parts.Time, cancellationToken)) == known
                ? null
                : new CommandOutcome.Unavailable("The feed has given no candle yet.");
    }

    private async Task<BotSlot> MakeAsync(NewBot bot, CancellationToken cancellationToken)
    {
        var creation = new BotCreation(
            bot.Id, bot.Tenant, bot.Settings.Name, Json.SettingsJson.Write(bot.Settings), _parts.Clock.Now!.Value);
        var definition = await _parts.Ports.Store.CreateAsync(creation, cancellationToken);
        var slot = new BotSlot(definition, _parts.Fleet.Of(definition.Tenant));
        if (definition.Tenant != bot.Tenant || _parts.Roster.Add(slot) is var there && there != slot)
        {
            return _parts.Roster.Find(bot.Id) ?? slot;
        }

        Begin(slot);
        return slot;
    }

    private async Task PutAsync(StoredBot stored, CancellationToken cancellationToken)
    {
        var slot = new BotSlot(stored.Definition, _parts.Fleet.Of(stored.Definition.Tenant));
        _parts.Roster.Add(slot);
        try
        {
            slot.Runner = await _troubles.OpenAsync(stored, cancellationToken);
            slot.LastSeen = slot.Runner.LastStep;
            slot.CountedRefusals = slot.Runner.State.Refusals;
            slot.FallBehind();
            if (slot.LastSeen is { } seen)
            {
                _parts.Clock.Advance(seen);
            }
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
        {
            // One bot that cannot be read must not keep the others from starting.
            await _troubles.RecordAsync(slot, failure, cancellationToken);
        }

        _parts.Fleet.Take(slot);
        Begin(slot);
    }

    private void Begin(BotSlot slot)
    {
        if (_parts.Options.Drive == EngineDrive.Cadence)
        {
            _cadence.Schedule(slot);
        }
    }

    private void Due(object target)
    {
        if (target is RetryTicket ticket)
        {
            _workers.Post(new Errand(ticket.Slot, IsRetry: true));
        }
        else if (target is BotSlot slot)
        {
            _cadence.Schedule(slot);
            _workers.Post(new Errand(slot, IsRetry: false));
        }
    }

    private async Task<IReadOnlyList<(BotId Bot, CommandOutcome? Outcome)>> EachAsync(
        TenantId? tenant, BotCommand command, CancellationToken cancellationToken)
    {
        using var room = new SemaphoreSlim(MostKillsAtOnce);
        var slots = _parts.Roster.Ordered().Where(slot => tenant is null || slot.Definition.Tenant == tenant);
        return await Task.WhenAll(slots.Select(async slot =>
        {
            await room.WaitAsync(cancellationToken);
            try
            {
                var turn = _turns.ExecuteAsync(slot, command);
                return (slot.Definition.Id, await turn.WaitAsync(_parts.Options.StepPatience, _parts.Time, cancellationToken));
            }
            catch (TimeoutException)
            {
                return (slot.Definition.Id, (CommandOutcome?)null);
            }
            finally
            {
                room.Release();
            }
        }));
    }

    // Each gate is entered and not left again, so that nothing can come after.
    private async Task QuietAsync()
    {
        await _driver.StopAsync();
        await _workers.StopAsync();
        foreach (var slot in _parts.Roster.Ordered())
        {
            await slot.EnterAsync();
        }
    }

    private sealed record RetryTicket(BotSlot Slot);
}
