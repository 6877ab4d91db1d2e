using System.Runtime.CompilerServices;
using System.Text.Json;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Paper;
using BotCluster.Trading.Risk;

namespace BotCluster.Engine.Json;

/// <summary>Writes one state.</summary>
internal readonly struct StateWriter(Utf8JsonWriter json)
{
    private readonly List<Symbol> _symbols = [];

    public void Write(BotState state)
    {
        json.WriteStartObject();
        Integer(StateNames.State.Schema, BotState.CurrentSchema);
        Symbols(state);
        Choice(StateNames.State.Status, state.Status);
        if (state.Block is { } block)
        {
            Choice(StateNames.State.Block, block);
        }

        Time(StateNames.State.LastStep, state.LastStep);
        Time(StateNames.State.LastEquityAt, state.LastEquityAt);
        Time(StateNames.State.OpenedStep, state.OpenedStep);
        Time(StateNames.State.FundedUntil, state.FundedUntil);
        Integer(StateNames.State.Cycles, state.Cycles);
        Integer(StateNames.State.Holds, state.Holds);
        Integer(StateNames.State.Refusals, state.Refusals);
        Numbers(state.Numbers);
        Write(state.Account);
        Orders(state.Orders);
        Deferred(state.Deferred);
        if (state.Paper is { } paper)
        {
            Write(paper);
        }

        Write(state.Risk);
        json.WriteEndObject();
    }

    // First of all members but the schema, since all others refer to it.
    private void Symbols(BotState state)
    {
        foreach (var position in state.Account.Positions)
        {
            Collect(position.Symbol);
        }

        foreach (var order in state.Orders)
        {
            Collect(order.Intent.Symbol);
        }

        foreach (var entry in state.Deferred)
        {
            Collect(entry.Symbol);
        }

        foreach (var order in state.Paper?.Orders ?? [])
        {
            Collect(order.Symbol);
        }

        foreach (var taken in state.Paper?.Taken ?? [])
        {
            Collect(taken.Symbol);
        }

        foreach (var @lock in state.Risk.Locks)
        {
            Collect(@lock.Symbol);
        }

        foreach (var outcome in state.Risk.Outcomes)
        {
            Collect(outcome.Symbol);
        }

        json.WriteStartArray(StateNames.Of(StateNames.State.Symbols));
        foreach (var symbol in _symbols)
        {
            json.WriteStringValue(symbol.ToString());
        }

        json.WriteEndArray();
    }

    private void Collect(Symbol symbol)
    {
        if (!_symbols.Contains(symbol))
        {
            _symbols.Add(symbol);
        }
    }

    private void Numbers(BotNumbers numbers)
    {
        json.WriteStartObject(StateNames.Of(StateNames.State.Numbers));
        Integer(StateNames.Numbers.Order, numbers.Order);
        Integer(StateNames.Numbers.Trade, numbers.Trade);
        Integer(StateNames.Numbers.Decision, numbers.Decision);
        Integer(StateNames.Numbers.Alert, numbers.Alert);
        Integer(StateNames.Numbers.Booking, numbers.Booking);
        json.WriteEndObject();
    }

    private void Write(Account account)
    {
        json.WriteStartObject(StateNames.Of(StateNames.State.Account));
        json.WriteString(StateNames.Of(StateNames.Account.Quote), account.Quote.Code);
        Exact(StateNames.Account.Budget, account.Budget);
        Exact(StateNames.Account.Cash, account.Cash);
        Exact(StateNames.Account.Realised, account.Totals.Realised);
        Exact(StateNames.Account.Fees, account.Totals.Fees);
        Exact(StateNames.Account.Funding, account.Totals.Funding);
        if (account.Positions.Count > 0)
        {
            json.WriteStartArray(StateNames.Of(StateNames.Account.Positions));
            foreach (var position in account.Positions)
            {
                Write(position);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void Write(Position position)
    {
        json.WriteStartObject();
        Of(StateNames.Position.Symbol, position.Symbol);
        Choice(StateNames.Position.Direction, position.Direction);
        Exact(StateNames.Position.Quantity, position.Quantity.Value);
        Exact(StateNames.Position.Cost, position.Cost);
        Exact(StateNames.Position.Leverage, position.Leverage);
        Time(StateNames.Position.OpenedAt, position.OpenedAt);
        Integer(StateNames.Position.TradeNumber, position.TradeNumber);
        Integer(StateNames.Position.Entries, position.Entries);
        Exact(StateNames.Position.Stop, position.Stop?.Value);
        Exact(StateNames.Position.Target, position.Target?.Value);
        json.WriteNumber(StateNames.Of(StateNames.Position.BestClose), position.BestClose);
        Exact(StateNames.Position.Entered, position.Entered.Value);
        Exact(StateNames.Position.EnteredCost, position.EnteredCost);
        Exact(StateNames.Position.ExitedProceeds, position.ExitedProceeds);
        Exact(StateNames.Position.Fees, position.Fees);
        Exact(StateNames.Position.Funding, position.Funding);
        Exact(StateNames.Position.Realised, position.Realised);
        json.WriteEndObject();
    }

    private void Orders(List<BotOrder> orders)
    {
        if (orders.Count == 0)
        {
            return;
        }

        json.WriteStartArray(StateNames.Of(StateNames.State.Orders));
        foreach (var order in orders)
        {
            json.WriteStartObject();
            json.WriteString(StateNames.Of(StateNames.Order.Id), order.Id.ToString());
            Choice(StateNames.Order.Status, order.Status);
            Time(StateNames.Order.RecordedAt, order.RecordedAt);
            Time(StateNames.Order.ExpiresAt, order.ExpiresAt);
            Exact(StateNames.Order.Filled, order.Filled.Value);
            Text(StateNames.Order.Note, order.Note);
            Intent(order.Intent);
            Trades(order.Trades);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Trades(IReadOnlyList<string> trades)
    {
        if (trades.Count > 0)
        {
            json.WriteStartArray(StateNames.Of(StateNames.Order.Trades));
            foreach (var trade in trades)
            {
                json.WriteStringValue(trade);
            }

            json.WriteEndArray();
        }
    }

    private void Deferred(List<DeferredEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        json.WriteStartArray(StateNames.Of(StateNames.State.Deferred));
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            Of(StateNames.Deferred.Symbol, entry.Symbol);
            Choice(StateNames.Deferred.Direction, entry.Direction);
            json.WriteNumber(StateNames.Of(StateNames.Deferred.Confidence), entry.Confidence);
            Text(StateNames.Deferred.Reason, entry.Reason);
            Time(StateNames.Deferred.Until, entry.Until);
            Statistic(StateNames.Deferred.Stop, entry.Stop);
            Statistic(StateNames.Deferred.Target, entry.Target);
            Exact(StateNames.Deferred.SizeShare, entry.SizeShare);
            Exact(StateNames.Deferred.Leverage, entry.Leverage);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Intent(OrderIntent intent)
    {
        Of(StateNames.Order.Symbol, intent.Symbol);
        Choice(StateNames.Order.Side, intent.Side);
        Choice(StateNames.Order.Direction, intent.Direction);
        Exact(StateNames.Order.Quantity, intent.Quantity.Value);
        Choice(StateNames.Order.Purpose, intent.Purpose);
        Choice(StateNames.Order.Type, intent.Type);
        Choice(StateNames.Order.TimeInForce, intent.TimeInForce);
        Exact(StateNames.Order.LimitPrice, intent.LimitPrice?.Value);
        Exact(StateNames.Order.StopPrice, intent.StopPrice?.Value);
        Exact(StateNames.Order.Leverage, intent.Leverage);
        Exact(StateNames.Order.ProtectiveStop, intent.ProtectiveStop?.Value);
        Exact(StateNames.Order.Target, intent.Target?.Value);
        json.WriteNumber(StateNames.Of(StateNames.Order.Confidence), intent.Confidence);
        Text(StateNames.Order.Reason, intent.Reason);
    }

    private void Write(PaperBook paper)
    {
        json.WriteStartObject(StateNames.Of(StateNames.State.Paper));
        Integer(StateNames.Paper.NextTrade, paper.NextTrade);
        json.WriteStartArray(StateNames.Of(StateNames.Paper.Orders));
        foreach (var order in paper.Orders)
        {
            Write(order);
        }

        json.WriteEndArray();
        if (paper.Taken.Count > 0)
        {
            json.WriteStartArray(StateNames.Of(StateNames.Paper.Taken));
            foreach (var taken in paper.Taken)
            {
                json.WriteStartArray();
                json.WriteNumberValue(_symbols.IndexOf(taken.Symbol));
                TimeValue(taken.OpenTime);
                json.WriteNumberValue(taken.Quantity.Value);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void Write(PaperOrder order)
    {
        json.WriteStartObject();
        json.WriteString(StateNames.Of(StateNames.Order.Id), order.Id.ToString());
        Of(StateNames.Order.Symbol, order.Symbol);
        Choice(StateNames.Order.Side, order.Side);
        Choice(StateNames.Order.Type, order.Type);
        Choice(StateNames.Order.TimeInForce, order.TimeInForce);
        Exact(StateNames.Order.Quantity, order.Remaining.Value);
        Exact(StateNames.Order.Filled, order.Filled.Value);
        Exact(StateNames.Order.LimitPrice, order.LimitPrice?.Value);
        Exact(StateNames.Order.StopPrice, order.StopPrice?.Value);
        Flag(StateNames.Order.ReduceOnly, order.ReduceOnly);
        Flag(StateNames.Order.IsTriggered, order.IsTriggered);
        Flag(StateNames.Order.IsTaker, order.IsTaker);
        json.WriteEndObject();
    }

    private void Write(RiskCounters risk)
    {
        json.WriteStartObject(StateNames.Of(StateNames.State.Risk));
        Integer(StateNames.Risk.Day, risk.Day?.DayNumber ?? 0);
        Exact(StateNames.Risk.DayStartEquity, risk.DayStartEquity);
        Integer(StateNames.Risk.TradesToday, risk.TradesToday);
        Flag(StateNames.Risk.DailyLossReached, risk.DailyLossReached);
        Exact(StateNames.Risk.PeakEquity, risk.PeakEquity);
        Exact(StateNames.Risk.LastEquity, risk.LastEquity);
        Flag(StateNames.Risk.DrawdownWarned, risk.DrawdownWarned);
        Time(StateNames.Risk.PausedUntil, risk.PausedUntil);
        History(risk);
        json.WriteEndObject();
    }

    private void History(RiskCounters risk)
    {
        json.WriteStartArray(StateNames.Of(StateNames.Risk.RecentStops));
        foreach (var stop in risk.RecentStops)
        {
            TimeValue(stop);
        }

        json.WriteEndArray();
        json.WriteStartArray(StateNames.Of(StateNames.Risk.Locks));
        foreach (var @lock in risk.Locks)
        {
            json.WriteStartArray();
            json.WriteNumberValue(_symbols.IndexOf(@lock.Symbol));
            TimeValue(@lock.Until);
            json.WriteNumberValue((int)@lock.Cause);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray(StateNames.Of(StateNames.Risk.Outcomes));
        foreach (var outcome in risk.Outcomes)
        {
            json.WriteStartArray();
            json.WriteNumberValue(_symbols.IndexOf(outcome.Symbol));
            TimeValue(outcome.ClosedAt);
            json.WriteNumberValue(outcome.Return);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void Of(char name, Symbol symbol) => json.WriteNumber(StateNames.Of(name), _symbols.IndexOf(symbol));

    private void Choice<T>(char name, T value)
        where T : unmanaged, Enum => json.WriteNumber(StateNames.Of(name), Unsafe.BitCast<T, int>(value));

    private void Integer(char name, long value)
    {
        if (value != 0)
        {
            json.WriteNumber(StateNames.Of(name), value);
        }
    }

    private void Exact(char name, decimal value)
    {
        if (value != 0m)
        {
            json.WriteNumber(StateNames.Of(name), value);
        }
    }

    private void Exact(char name, decimal? value)
    {
        // Null is not zero: where a value may be missing, zero is written.
        if (value is { } present)
        {
            json.WriteNumber(StateNames.Of(name), present);
        }
    }

    private void Statistic(char name, double? value)
    {
        if (value is { } present)
        {
            json.WriteNumber(StateNames.Of(name), present);
        }
    }

    private void Flag(char name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(StateNames.Of(name), value);
        }
    }

    private void Text(char name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(StateNames.Of(name), value);
        }
    }

    private void Time(char name, DateTimeOffset? value)
    {
        if (value is { } instant)
        {
            json.WritePropertyName(StateNames.Of(name));
            TimeValue(instant);
        }
    }

    // Seconds since 1970, with a fraction only where there is one.
    private void TimeValue(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        if (ticks % TimeSpan.TicksPerSecond == 0)
        {
            json.WriteNumberValue(ticks / TimeSpan.TicksPerSecond);
        }
        else
        {
            json.WriteNumberValue(ticks / (decimal)TimeSpan.TicksPerSecond);
        }
    }
}
