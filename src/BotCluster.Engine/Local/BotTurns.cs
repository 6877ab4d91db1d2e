using BotCluster.Engine.Bots;
using BotCluster.Engine.Running;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Microsoft.Extensions.Logging;

namespace BotCluster.Engine.Local;

/// <summary>What a turn of a bot is, whoever gives it: enter its gate, do one thing, tell what became durable, leave.</summary>
/// <remarks>
/// Whatever a turn throws stays with its bot: the state is read again from the store, the trouble recorded and
/// alerted, and the bot tried again later.
/// </remarks>
internal sealed class BotTurns(EngineParts parts, KillSwitches switches, Announcer announcer, Troubles troubles) : IDisposable
{
    private readonly MissedSteps _missed = new(parts.Ports.Feed);
    private readonly CancellationTokenSource _abandoned = new();

    /// <summary>Ends turns that a stop no longer waits for.</summary>
    public void Abandon() => _abandoned.Cancel();

    public void Dispose() => _abandoned.Dispose();

    /// <summary>A turn of a step of the feed.</summary>
    public ValueTask StepAsync(BotSlot slot, DateTimeOffset at)
    {
        if (slot.TryEnter())
        {
            return InsideAsync(slot, at);
        }

        // Whoever is catching up meets this step on his own way.
        return slot.IsCatchingUp() ? ValueTask.CompletedTask : new ValueTask(WhenFreeAsync(slot, at));
    }

    /// <summary>A turn in which the bot sees every step that it has missed, one by one.</summary>
    public async Task CatchUpAsync(BotSlot slot)
    {
        await slot.EnterAsync();
        await InsideAsync(slot, null);
    }

    /// <summary>A turn that reads the bot again after a failure and goes on where it stopped.</summary>
    public async Task RetryAsync(BotSlot slot)
    {
        await slot.EnterAsync();
        slot.FallBehind();
        await InsideAsync(slot, null, isRetry: true);
    }

    /// <summary>A turn for a command.</summary>
    public async Task<CommandOutcome> ExecuteAsync(BotSlot slot, BotCommand command)
    {
        await slot.EnterAsync();
        try
        {
            if (parts.IsStopping)
            {
                return new CommandOutcome.Unavailable("The engine is stopping.");
            }

            var runner = slot.Runner ??= await troubles.ReadAsync(slot, _abandoned.Token);
            var now = parts.Clock.Now!.Value;
            if (command is not (BotCommand.Kill or BotCommand.Release))
            {
                await ObeySwitchAsync(slot, runner);
            }

            return await runner.ExecuteAsync(command, now, _abandoned.Token) is var outcome && slot.Trouble is { } trouble
                && outcome is CommandOutcome.Accepted accepted
                ? new CommandOutcome.Accepted(accepted.Snapshot with { Trouble = trouble })
                : outcome;
        }
        catch (Exception failure) when (StaysWith(slot, failure))
        {
            await troubles.RecordAsync(slot, failure, _abandoned.Token);
            return new CommandOutcome.Unavailable(Troubles.TextOf(failure));
        }
        finally
        {
            End(slot);
        }
    }

    /// <summary>A look at the bot between two turns.</summary>
    public async Task<BotSnapshot> LookAsync(BotSlot slot)
    {
        await slot.EnterAsync();
        try
        {
            var runner = slot.Runner ??= await troubles.ReadAsync(slot, _abandoned.Token);
            return BotSnapshots.Of(runner, slot.Trouble, parts.Clock.Now ?? runner.LastStep ?? slot.Definition.CreatedAt);
        }
        finally
        {
            slot.Leave();
        }
    }

    private async Task WhenFreeAsync(BotSlot slot, DateTimeOffset at)
    {
        await slot.EnterAsync();
        await InsideAsync(slot, at);
    }

    private async ValueTask InsideAsync(BotSlot slot, DateTimeOffset? at, bool isRetry = false)
    {
        try
        {
            if (parts.IsStopping || (slot.Trouble is not null && !isRetry))
            {
                return;
            }

            var runner = slot.Runner ??= await troubles.ReadAsync(slot, _abandoned.Token);
            if (slot.Trouble is not null)
            {
                await troubles.TellAsync(slot, runner, _abandoned.Token);
            }

            if (!runner.NeedsTurns && slot.Trouble is null)
            {
                return;
            }

            await ObeySwitchAsync(slot, runner);
            if (at is { } step && !slot.IsBehind)
            {
                await runner.StepAsync(step, _abandoned.Token);
                slot.Tally.CountCycle();
            }

            // Also who was left behind while this very turn ran.
            await CatchUpAsync(slot, runner);
            if (slot.Trouble is not null)
            {
                slot.Trouble = null;
                parts.Fleet.Take(slot);
            }
        }
        catch (Exception failure) when (StaysWith(slot, failure))
        {
            await troubles.RecordAsync(slot, failure, _abandoned.Token);
        }
        finally
        {
            End(slot);
        }
    }

    private async ValueTask CatchUpAsync(BotSlot slot, BotRunner runner)
    {
        if (!slot.IsBehind && parts.Options.Drive == EngineDrive.Feed)
        {
            return;
        }

        if (_missed.LostSince(runner) is { } lost)
        {
            await troubles.AlertAsync(
                runner, AlertSeverity.Warning, "candles-missed", $"Candles after {lost:u} are no longer at hand and were skipped.",
                _abandoned.Token);
        }

        while (!parts.IsStopping && slot.NextMissed(FindMissed) is { } next)
        {
            await runner.StepAsync(next, _abandoned.Token);
            slot.Tally.CountCycle();
        }
    }

    private DateTimeOffset? FindMissed(BotRunner runner) => parts.Clock.Now is { } now ? _missed.NextOf(runner, now) : null;

    // A switch blocks before anything else a bot might do, also where the bot could not be reached when it was pulled.
    private async ValueTask ObeySwitchAsync(BotSlot slot, BotRunner runner)
    {
        if (runner.State.Block != EntryBlock.Killed && switches.ReasonFor(slot.Definition.Tenant) is { } reason)
        {
            await runner.ExecuteAsync(new BotCommand.Kill(reason), parts.Clock.Now!.Value, _abandoned.Token);
        }
    }

    private void End(BotSlot slot)
    {
        try
        {
            if (slot.Runner is { } runner)
            {
                slot.LastSeen = runner.LastStep;
                slot.CountRefusals(runner.State.Refusals);
            }

            announcer.Announce(slot);
            parts.Fleet.Watch(slot);
        }
        finally
        {
            slot.Leave();
        }
    }

    // The last line of defence of a host of many bots: nothing one of them does may reach the others.
    private bool StaysWith(BotSlot slot, Exception failure)
    {
        if (failure is OperationCanceledException && _abandoned.IsCancellationRequested)
        {
            parts.Log.LogWarning("Bot {Bot}: a turn was abandoned by the stop.", slot.Definition.Id);
        }

        return true;
    }
}
