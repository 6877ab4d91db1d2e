using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Cycle;

/// <summary>The last block of the cycle: makes orders of what risk approved, exits before entries.</summary>
internal sealed class Execution(BotContext bot, MarketData market, OrderList orders, OrderDesk desk, RiskDesk risk)
{
    private readonly BotState _state = bot.State;
    private readonly DecisionLog _log = new(bot.State, market, bot.Journal);

    public required Protection Protection { get; init; }

    public required AlertDesk Alerts { get; init; }

    public async ValueTask CarryOutAsync(IReadOnlyList<Signal> signals, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var approved = new List<NumberedOrder>();
        foreach (var signal in signals)
        {
            if (signal is not Signal.Enter)
            {
                await ReduceAsync(signal, approved, now, cancellationToken);
            }
        }

        var entries = 0;
        foreach (var signal in signals.OfType<Signal.Enter>())
        {
            entries += Enter(signal, approved, entries) ? 1 : 0;
        }

        await desk.SendAsync(approved, now, cancellationToken);
        if (signals.Any(signal => signal is not Signal.Enter))
        {
            // What stood in the way of an exit was taken off the book; what does not leave by it is protected again.
            await Protection.EnsureAsync(now, cancellationToken);
        }
    }

    /// <summary>Cancels entries that wait at the venue, and forgets those that wait for an exit.</summary>
    public async ValueTask CancelEntriesAsync(string note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _state.Deferred.Clear();

        // From the end, since a cancelled order leaves the list.
        for (var index = orders.Count - 1; index >= 0; index--)
        {
            if (orders[index] is { Intent.Purpose: OrderPurpose.Entry } entry)
            {
                await desk.CancelAsync(entry, note, now, cancellationToken);
            }
        }
    }

    /// <summary>A stopping bot is stopped once it is flat, or once all it holds is protected and may stay.</summary>
    public void FinishStopping(DateTimeOffset now)
    {
        if (_state.Status != BotStatus.Stopping)
        {
            return;
        }

        var mustClose = _state.Block == EntryBlock.Killed || bot.Settings.OnStop == OnStop.Close;
        var isDone = _state.Account.IsFlat
            ? orders.IsEmpty
            : !mustClose && orders.Of(OrderPurpose.Entry) is null && _state.Account.Positions.All(IsProtected);
        if (isDone)
        {
            _state.Status = BotStatus.Stopped;
            var text = _state.Account.IsFlat ? "Stopped, flat." : "Stopped, positions kept protected.";
            Alerts.Raise(AlertSeverity.Notice, "stopped", text, now);
        }
    }

    /// <summary>Entries whose time has come: the position against them is closed. Stale ones are forgotten.</summary>
    public IReadOnlyList<Signal> TakeDeferred(DateTimeOffset now) => _state.Deferred.Count == 0 ? [] : Due(now);

    private Signal[] Due(DateTimeOffset now)
    {
        var due = _state.Deferred.FindAll(entry => entry.Until >= now && IsFlatIn(entry.Symbol));
        _state.Deferred.RemoveAll(entry => entry.Until <= now || due.Contains(entry));
        return [.. due.Select(entry => new Signal.Enter(entry.Symbol, entry.Direction, entry.Confidence, entry.Reason)
        {
            Stop = entry.Stop,
            Target = entry.Target,
            SizeShare = entry.SizeShare,
            Leverage = entry.Leverage,
        })];
    }

    private bool IsFlatIn(Symbol symbol) =>
        _state.Account.PositionOf(symbol) is null && orders.Of(symbol, OrderPurpose.Exit) is null;

    // An entry is sent only once the exit before it is proven, or a part-filled exit would meet it in the books.
    private void Defer(Signal.Enter signal, Position held)
    {
        _log.Ignored(signal, "flip", $"It enters once the {held.Direction} position is closed.");
        _state.Deferred.RemoveAll(entry => entry.Symbol == signal.Symbol);
        _state.Deferred.Add(
            new DeferredEntry(signal.Symbol, signal.Direction, signal.Confidence, signal.Reason, market.Now + bot.Settings.Timeframe.Length)
            {
                Stop = signal.Stop,
                Target = signal.Target,
                SizeShare = signal.SizeShare,
                Leverage = signal.Leverage,
            });
    }

    private bool IsProtected(Position position) =>
        orders.Of(position.Symbol, OrderPurpose.ProtectiveStop) is { } stop && stop.Status.IsWorking();

    private async ValueTask ReduceAsync(
        Signal signal, List<NumberedOrder> approved, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (signal is Signal.Close)
        {
            await StopEnteringAsync(signal.Symbol, now, cancellationToken);
        }

        if (_state.Account.PositionOf(signal.Symbol) is null)
        {
            _log.Ignored(signal, "no-position", $"There is no position in {signal.Symbol} to close.");
            return;
        }

        if (orders.Of(signal.Symbol, OrderPurpose.Exit) is { } working)
        {
            _log.Ignored(signal, "exit-working", $"Order {working.Id} is already closing it.");
            return;
        }

        // On spot the stop holds what the exit is to sell; on a perpetual it is reduce-only and may stay till the end.
        if (signal.Symbol.Kind == MarketKind.Spot && !await Protection.LiftAsync(signal.Symbol, now, cancellationToken))
        {
            _log.Ignored(signal, "stop-not-cancelled", "The protective order is not proven cancelled, so nothing may be sold yet.");
            return;
        }

        if (_state.Account.PositionOf(signal.Symbol) is not { } position)
        {
            _log.Ignored(signal, "no-position", "The position was closed meanwhile.");
            return;
        }

        var intent = risk.Reduction(position, signal);
        Take(signal, intent, risk.ApproveReduction(intent), approved);
    }

    // What is to be closed is not entered any further, nor again by what was waiting for the close.
    private async ValueTask StopEnteringAsync(Symbol symbol, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _state.Deferred.RemoveAll(waiting => waiting.Symbol == symbol);
        if (orders.Of(symbol, OrderPurpose.Entry) is { } entry)
        {
            await desk.CancelAsync(entry, "Its position is to be closed.", now, cancellationToken);
        }
    }

    private bool Enter(Signal.Enter signal, List<NumberedOrder> approved, int entries)
    {
        if (_state.Status != BotStatus.Running)
        {
            _log.Ignored(signal, "no-entries", $"The bot is {_state.Status} and takes no entries.");
            return false;
        }

        if (entries >= bot.Options.MostEntries)
        {
            _log.Ignored(signal, "entries-per-cycle", $"A cycle sends at most {bot.Options.MostEntries} entries.");
            return false;
        }

        if (orders.Of(signal.Symbol, OrderPurpose.Entry) is { } pending)
        {
            _log.Ignored(signal, "entry-working", $"Order {pending.Id} is already entering.");
            return false;
        }

        if (_state.Account.PositionOf(signal.Symbol) is { } held && held.Direction != signal.Direction)
        {
            Defer(signal, held);
            return false;
        }

        var reply = risk.Entry(signal, approved);
        if (reply.NoSize is { } size)
        {
            _log.Refused(signal, reply.Intent, size.Code, size.Text);
        }

        return reply.Verdict is { } verdict && Take(signal, reply.Intent, verdict, approved);
    }

    private void CountEntry(OrderIntent intent)
    {
        if (!intent.ReducesPosition)
        {
            RiskBookkeeping.EntrySent(_state.Risk);
        }
    }

    private bool Take(Signal signal, OrderIntent? intent, RiskVerdict verdict, List<NumberedOrder> approved)
    {
        switch (verdict)
        {
            case RiskVerdict.Approved ok:
                var id = desk.NextId();
                approved.Add(new NumberedOrder(ok.Order, id));
                _log.Approved(signal, ok.Order.Intent, id, ok.Shrinks);
                CountEntry(ok.Order.Intent);
                return true;
            case RiskVerdict.Refused refused:
                _log.Refused(signal, intent, refused.Reason.Code, RiskTexts.Describe(refused.Reason));
                return false;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
