using System.Diagnostics;
using BotCluster.Engine.Bots;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;

namespace BotCluster.Engine.Running;

/// <summary>What each command does to a bot. Every command is idempotent: done already is done.</summary>
internal sealed class CommandDesk(BotRunner runner)
{
    private BotState State => runner.State;

    /// <returns>Null where the command was carried out.</returns>
    public ValueTask<CommandOutcome.Refused?> ExecuteAsync(
        BotCommand command, DateTimeOffset time, DateTimeOffset marketTime, CancellationToken cancellationToken)
    {
        if (State.Status == BotStatus.Retired && command is not BotCommand.Retire)
        {
            return Refuse("retired", "The bot is retired; its history is kept and it never trades again.");
        }

        return command switch
        {
            BotCommand.Start => Start(marketTime),
            BotCommand.Resume => Resume(time, marketTime),
            BotCommand.Pause => PauseAsync(time, cancellationToken),
            BotCommand.Stop => StopAsync(time, cancellationToken),
            BotCommand.Retire => Retire(),
            BotCommand.ClosePosition close => CloseAsync(close, time, cancellationToken),
            BotCommand.CancelAll => CancelAllAsync(time, cancellationToken),
            BotCommand.ChangeBudget change => ChangeBudget(change.Amount, time),
            BotCommand.ChangeSettings change => ChangeSettings(change.Settings),
            BotCommand.Submit submit => SubmitAsync(submit.Signal, time, cancellationToken),
            BotCommand.Arm => Refuse("no-tested-venue", "There is no venue with tested credentials; the bot trades on paper."),
            BotCommand.Kill => KillAsync(time, cancellationToken),
            BotCommand.Release => Release(),
            _ => throw new UnreachableException(),
        };
    }

    private ValueTask<CommandOutcome.Refused?> Start(DateTimeOffset marketTime)
    {
        if (State.Block == EntryBlock.Drawdown)
        {
            return Refuse("drawdown", "A drawdown stop holds the bot; resume it, which sets a new peak.");
        }

        return Run(marketTime);
    }

    private ValueTask<CommandOutcome.Refused?> Resume(DateTimeOffset time, DateTimeOffset marketTime)
    {
        if (State.Block == EntryBlock.Drawdown)
        {
            if (runner.Cycle.EquityAt(time) is not { } equity)
            {
                return Refuse("price-unknown", "A price is missing, so no new peak can be set; try again when the feed is back.");
            }

            RiskBookkeeping.Resume(State.Risk, equity);
            State.Block = null;
            runner.Touch();
        }

        return Run(marketTime);
    }

    private ValueTask<CommandOutcome.Refused?> Run(DateTimeOffset marketTime)
    {
        if (State.Block == EntryBlock.Killed)
        {
            return Refuse("killed", "A kill switch holds the bot; release it first.");
        }

        if (State.Status != BotStatus.Running)
        {
            // A bot that did nothing until now begins at the market's time: it does not trade the past.
            if (!runner.NeedsTurns)
            {
                State.LastStep = marketTime;
            }

            SetStatus(BotStatus.Running);
        }

        return Done();
    }

    private async ValueTask<CommandOutcome.Refused?> PauseAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        if (State.Status is not (BotStatus.Running or BotStatus.Paused))
        {
            return NotRunning("paused");
        }

        SetStatus(BotStatus.Paused);
        await CancelEntriesAsync("The bot was paused.", time, cancellationToken);
        return null;
    }

    private async ValueTask<CommandOutcome.Refused?> StopAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        if (State.Status is BotStatus.Running or BotStatus.Paused)
        {
            SetStatus(BotStatus.Stopping);
            await CancelEntriesAsync("The bot was stopped.", time, cancellationToken);
            await CloseAllAsync(runner.Settings.OnStop == OnStop.Close, "The bot was stopped.", time, cancellationToken);
            runner.Cycle.FinishStopping(time);
        }

        return null;
    }

    private ValueTask<CommandOutcome.Refused?> Retire()
    {
        if (!State.Account.IsFlat || State.Orders.Count > 0)
        {
            return Refuse(
                "not-flat",
                $"The bot holds {State.Account.Positions.Count} positions and {State.Orders.Count} orders; close them first.");
        }

        SetStatus(BotStatus.Retired);
        return Done();
    }

    private async ValueTask<CommandOutcome.Refused?> CloseAsync(
        BotCommand.ClosePosition close, DateTimeOffset time, CancellationToken cancellationToken)
    {
        if (close.Symbol is { } symbol && !runner.Settings.Symbols.Contains(symbol))
        {
            return new CommandOutcome.Refused(
                "unknown-symbol", $"The bot does not trade {symbol}; it trades {string.Join(", ", runner.Settings.Symbols)}.");
        }

        var signals = State.Account.Positions
            .Where(position => close.Symbol is null || position.Symbol == close.Symbol)
            .Select(position => new Signal.Close(position.Symbol, "Closed by hand."))
            .ToArray<Signal>();
        await runner.Cycle.SubmitAsync(signals, time, cancellationToken);
        return null;
    }

    private async ValueTask<CommandOutcome.Refused?> CancelAllAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        await CancelEntriesAsync("Cancelled by hand.", time, cancellationToken);
        return null;
    }

    private ValueTask<CommandOutcome.Refused?> ChangeBudget(decimal amount, DateTimeOffset time)
    {
        if (amount < 0m)
        {
            if (FreeCash(time) is not { } free)
            {
                return Refuse(
                    "price-unknown", "A price is missing, so it is not known what an entry on its way will need; try again later.");
            }

            if (free + amount < 0m)
            {
                return Refuse("insufficient-cash", $"{-amount} cannot be taken out: {free:0.########} {State.Account.Quote} is free.");
            }
        }

        if (State.Account.Budget + amount < 0m)
        {
            return Refuse("insufficient-budget", $"{-amount} is more than the budget of {State.Account.Budget} {State.Account.Quote}.");
        }

        if (amount != 0m)
        {
            runner.Cycle.Transfer(amount, time);
            runner.Replace(runner.Settings with { Budget = State.Account.Budget });
        }

        return Done();
    }

    // On spot the cash is what is not bound; on a perpetual the margin is a claim on it, and so is an entry on its way.
    private decimal? FreeCash(DateTimeOffset time)
    {
        var free = State.Account.Cash
            - State.Account.Positions.Where(position => position.Symbol.Kind == MarketKind.Perpetual).Sum(position => position.Margin);
        foreach (var order in State.Orders.Where(order => !order.Intent.ReducesPosition))
        {
            if ((order.Intent.LimitPrice?.Value ?? (decimal?)runner.Cycle.PriceAt(order.Intent.Symbol, time)) is not { } price)
            {
                return null;
            }

            free -= order.Remaining.Value * price / order.Intent.Leverage;
        }

        return free;
    }

    private ValueTask<CommandOutcome.Refused?> ChangeSettings(BotSettings settings)
    {
        var orphan = State.Account.Positions.Select(position => position.Symbol)
            .Concat(State.Orders.Select(order => order.Intent.Symbol))
            .FirstOrDefault(symbol => !settings.Symbols.Contains(symbol));
        if (orphan != default)
        {
            return Refuse(
                "would-orphan-position", $"The bot still holds a position or an order in {orphan}, which the new settings leave out.");
        }

        if (settings.Budget != State.Account.Budget)
        {
            return Refuse("budget-is-a-transfer", $"The budget is {State.Account.Budget}; it changes by a transfer, not by settings.");
        }

        if (settings.Symbols[0].Quote != State.Account.Quote)
        {
            return Refuse("other-quote", $"The bot's money is in {State.Account.Quote}; its symbols must be quoted in it.");
        }

        if (settings != runner.Settings)
        {
            runner.Replace(settings);
        }

        return Done();
    }

    private async ValueTask<CommandOutcome.Refused?> SubmitAsync(Signal signal, DateTimeOffset time, CancellationToken cancellationToken)
    {
        if (!runner.Settings.Symbols.Contains(signal.Symbol))
        {
            return new CommandOutcome.Refused(
                "unknown-symbol", $"The bot does not trade {signal.Symbol}; it trades {string.Join(", ", runner.Settings.Symbols)}.");
        }

        if (State.Status is not (BotStatus.Running or BotStatus.Paused))
        {
            return NotRunning("given signals");
        }

        await runner.Cycle.SubmitAsync([signal], time, cancellationToken);
        return null;
    }

    private async ValueTask<CommandOutcome.Refused?> KillAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        // The block comes first: whatever happens next, nothing new is entered.
        if (State.Block != EntryBlock.Killed)
        {
            State.Block = EntryBlock.Killed;
            runner.Touch();
        }

        if (runner.NeedsTurns)
        {
            SetStatus(BotStatus.Stopping);
        }

        await CancelEntriesAsync("Kill switch.", time, cancellationToken);
        await CloseAllAsync(true, "Kill switch.", time, cancellationToken);
        runner.Cycle.FinishStopping(time);
        return null;
    }

    private ValueTask<CommandOutcome.Refused?> Release()
    {
        if (State.Block == EntryBlock.Killed)
        {
            State.Block = null;
            runner.Touch();
        }

        return Done();
    }

    private ValueTask CancelEntriesAsync(string note, DateTimeOffset time, CancellationToken cancellationToken)
    {
        if (State.Deferred.Count > 0)
        {
            runner.Touch();
        }

        return runner.Cycle.CancelEntriesAsync(note, time, cancellationToken);
    }

    private async ValueTask CloseAllAsync(bool wanted, string reason, DateTimeOffset time, CancellationToken cancellationToken)
    {
        if (wanted && !State.Account.IsFlat)
        {
            var closes = State.Account.Positions.Select(position => new Signal.Close(position.Symbol, reason)).ToArray<Signal>();
            await runner.Cycle.SubmitAsync(closes, time, cancellationToken);
        }
    }

    private void SetStatus(BotStatus status)
    {
        if (State.Status != status)
        {
            State.Status = status;
            runner.Touch();
        }
    }

    private CommandOutcome.Refused NotRunning(string verb) =>
        new("not-running", $"The bot is {State.Status}; only a running or paused one can be {verb}.");

    private static ValueTask<CommandOutcome.Refused?> Done() => new((CommandOutcome.Refused?)null);

    private static ValueTask<CommandOutcome.Refused?> Refuse(string code, string text) =>
        new(new CommandOutcome.Refused(code, text));
}
