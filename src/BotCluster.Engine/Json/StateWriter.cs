using System.Text.Json;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Paper;
using BotCluster.Trading.Risk;

namespace BotCluster.Engine.Json;

/// <summary>Writes one state.</summary>
internal readonly struct StateWriter
{
    private readonly List<Symbol> _symbols;
    private readonly StateOutput _out;

    public StateWriter(Utf8JsonWriter json)
    {
        _symbols = [];
        _out = new StateOutput(json, _symbols);
    }

    private Utf8JsonWriter Json => _out.Json;

    public void Write(BotState state)
    {
        Json.WriteStartObject();
        _out.Integer(StateNames.State.Schema, BotState.CurrentSchema);
        Symbols(state);
        _out.Choice(StateNames.State.Status, state.Status);
        if (state.Block is { } block)
        {
            _out.Choice(StateNames.State.Block, block);
        }

        _out.Time(StateNames.State.LastStep, state.LastStep);
        _out.Time(StateNames.State.LastEquityAt, state.LastEquityAt);
        _out.Time(StateNames.State.OpenedStep, state.OpenedStep);
        _out.Time(StateNames.State.FundedUntil, state.FundedUntil);
        _out.Integer(StateNames.State.Cycles, state.Cycles);
        _out.Integer(StateNames.State.Holds, state.Holds);
        _out.Integer(StateNames.State.Refusals, state.Refusals);
        Numbers(state.Numbers);
        Write(state.Account);
        Orders(state.Orders);
        Deferred(state.Deferred);
        if (state.Paper is { } paper)
        {
            Write(paper);
        }

        Write(state.Risk);
        Json.WriteEndObject();
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

        _out.StartArray(StateNames.State.Symbols);
        foreach (var symbol in _symbols)
        {
            Json.WriteStringValue(symbol.ToString());
        }

        Json.WriteEndArray();
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
        _out.StartObject(StateNames.State.Numbers);
        _out.Integer(StateNames.Numbers.Order, numbers.Order);
        _out.Integer(StateNames.Numbers.Trade, numbers.Trade);
        _out.Integer(StateNames.Numbers.Decision, numbers.Decision);
        _out.Integer(StateNames.Numbers.Alert, numbers.Alert);
        _out.Integer(StateNames.Numbers.Booking, numbers.Booking);
        Json.WriteEndObject();
    }

    private void Write(Account account)
    {
        _out.StartObject(StateNames.State.Account);
        _out.Text(StateNames.Account.Quote, account.Quote.Code);
        _out.Exact(StateNames.Account.Budget, account.Budget);
        _out.Exact(StateNames.Account.Cash, account.Cash);
        _out.Exact(StateNames.Account.Realised, account.Totals.Realised);
        _out.Exact(StateNames.Account.Fees, account.Totals.Fees);
        _out.Exact(StateNames.Account.Funding, account.Totals.Funding);
        if (account.Positions.Count > 0)
        {
            _out.StartArray(StateNames.Account.Positions);
            foreach (var position in account.Positions)
            {
                Write(position);
            }

            Json.WriteEndArray();
        }

        Json.WriteEndObject();
    }

    private void Write(Position position)
    {
        Json.WriteStartObject();
        _out.Of(StateNames.Position.Symbol, position.Symbol);
        _out.Choice(StateNames.Position.Direction, position.Direction);
        _out.Exact(StateNames.Position.Quantity, position.Quantity.Value);
        _out.Exact(StateNames.Position.Cost, position.Cost);
        _out.Exact(StateNames.Position.Leverage, position.Leverage);
        _out.Time(StateNames.Position.OpenedAt, position.OpenedAt);
        _out.Integer(StateNames.Position.TradeNumber, position.TradeNumber);
        _out.Integer(StateNames.Position.Entries, position.Entries);
        _out.Exact(StateNames.Position.Stop, position.Stop?.Value);
        _out.Exact(StateNames.Position.Target, position.Target?.Value);
        _out.Statistic(StateNames.Position.BestClose, position.BestClose);
        _out.Exact(StateNames.Position.Entered, position.Entered.Value);
        _out.Exact(StateNames.Position.EnteredCost, position.EnteredCost);
        _out.Exact(StateNames.Position.ExitedProceeds, position.ExitedProceeds);
        _out.Exact(StateNames.Position.Fees, position.Fees);
        _out.Exact(StateNames.Position.Funding, position.Funding);
        _out.Exact(StateNames.Position.Realised, position.Realised);
        Json.WriteEndObject();
    }

    private void Orders(List<BotOrder> orders)
    {
        if (orders.Count == 0)
        {
            return;
        }

        _out.StartArray(StateNames.State.Orders);
        foreach (var order in orders)
        {
            Json.WriteStartObject();
            _out.Text(StateNames.Order.Id, order.Id.ToString());
            _out.Choice(StateNames.Order.Status, order.Status);
            _out.Time(StateNames.Order.RecordedAt, order.RecordedAt);
            _out.Time(StateNames.Order.ExpiresAt, order.ExpiresAt);
            _out.Exact(StateNames.Order.Filled, order.Filled.Value);
            _out.Text(StateNames.Order.Note, order.Note);
            Intent(order.Intent);
            Trades(order.Trades);
            Json.WriteEndObject();
        }

        Json.WriteEndArray();
    }

    private void Trades(IReadOnlyList<string> trades)
    {
        if (trades.Count > 0)
        {
            _out.StartArray(StateNames.Order.Trades);
            foreach (var trade in trades)
            {
                Json.WriteStringValue(trade);
            }

            Json.WriteEndArray();
        }
    }

    private void Deferred(List<DeferredEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        _out.StartArray(StateNames.State.Deferred);
        foreach (var entry in entries)
        {
            Json.WriteStartObject();
            _out.Of(StateNames.Deferred.Symbol, entry.Symbol);
            _out.Choice(StateNames.Deferred.Direction, entry.Direction);
            _out.Statistic(StateNames.Deferred.Confidence, entry.Confidence);
            _out.Text(StateNames.Deferred.Reason, entry.Reason);
            _out.Time(StateNames.Deferred.Until, entry.Until);
            _out.Statistic(StateNames.Deferred.Stop, entry.Stop);
            _out.Statistic(StateNames.Deferred.Target, entry.Target);
            _out.Exact(StateNames.Deferred.SizeShare, entry.SizeShare);
            _out.Exact(StateNames.Deferred.Leverage, entry.Leverage);
            Json.WriteEndObject();
        }

        Json.WriteEndArray();
    }

    private void Intent(OrderIntent intent)
    {
        _out.Of(StateNames.Order.Symbol, intent.Symbol);
        _out.Choice(StateNames.Order.Side, intent.Side);
        _out.Choice(StateNames.Order.Direction, intent.Direction);
        _out.Exact(StateNames.Order.Quantity, intent.Quantity.Value);
        _out.Choice(StateNames.Order.Purpose, intent.Purpose);
        _out.Choice(StateNames.Order.Type, intent.Type);
        _out.Choice(StateNames.Order.TimeInForce, intent.TimeInForce);
        _out.Exact(StateNames.Order.LimitPrice, intent.LimitPrice?.Value);
        _out.Exact(StateNames.Order.StopPrice, intent.StopPrice?.Value);
        _out.Exact(StateNames.Order.Leverage, intent.Leverage);
        _out.Exact(StateNames.Order.ProtectiveStop, intent.ProtectiveStop?.Value);
        _out.Exact(StateNames.Order.Target, intent.Target?.Value);
        _out.Statistic(StateNames.Order.Confidence, intent.Confidence);
        _out.Text(StateNames.Order.Reason, intent.Reason);
    }

    private void Write(PaperBook paper)
    {
        _out.StartObject(StateNames.State.Paper);
        _out.Integer(StateNames.Paper.NextTrade, paper.NextTrade);
        _out.StartArray(StateNames.Paper.Orders);
        foreach (var order in paper.Orders)
        {
            Write(order);
        }

        Json.WriteEndArray();
        if (paper.Taken.Count > 0)
        {
            _out.StartArray(StateNames.Paper.Taken);
            foreach (var taken in paper.Taken)
            {
                Json.WriteStartArray();
                _out.Index(taken.Symbol);
                _out.TimeValue(taken.OpenTime);
                Json.WriteNumberValue(taken.Quantity.Value);
                Json.WriteEndArray();
            }

            Json.WriteEndArray();
        }

        Json.WriteEndObject();
    }

    private void Write(PaperOrder order)
    {
        Json.WriteStartObject();
        _out.Text(StateNames.Order.Id, order.Id.ToString());
        _out.Of(StateNames.Order.Symbol, order.Symbol);
        _out.Choice(StateNames.Order.Side, order.Side);
        _out.Choice(StateNames.Order.Type, order.Type);
        _out.Choice(StateNames.Order.TimeInForce, order.TimeInForce);
        _out.Time(StateNames.Order.RecordedAt, order.PlacedAt);
        _out.Exact(StateNames.Order.Quantity, order.Remaining.Value);
        _out.Exact(StateNames.Order.Filled, order.Filled.Value);
        _out.Exact(StateNames.Order.LimitPrice, order.LimitPrice?.Value);
        _out.Exact(StateNames.Order.StopPrice, order.StopPrice?.Value);
        _out.Flag(StateNames.Order.ReduceOnly, order.ReduceOnly);
        _out.Flag(StateNames.Order.IsTriggered, order.IsTriggered);
        _out.Flag(StateNames.Order.IsTaker, order.IsTaker);
        Json.WriteEndObject();
    }

    private void Write(RiskCounters risk)
    {
        _out.StartObject(StateNames.State.Risk);
        _out.Integer(StateNames.Risk.Day, risk.Day?.DayNumber ?? 0);
        _out.Exact(StateNames.Risk.DayStartEquity, risk.DayStartEquity);
        _out.Integer(StateNames.Risk.TradesToday, risk.TradesToday);
        _out.Flag(StateNames.Risk.DailyLossReached, risk.DailyLossReached);
        _out.Exact(StateNames.Risk.PeakEquity, risk.PeakEquity);
        _out.Exact(StateNames.Risk.LastEquity, risk.LastEquity);
        _out.Flag(StateNames.Risk.DrawdownWarned, risk.DrawdownWarned);
        _out.Time(StateNames.Risk.PausedUntil, risk.PausedUntil);
        History(risk);
        Json.WriteEndObject();
    }

    private void History(RiskCounters risk)
    {
        _out.StartArray(StateNames.Risk.RecentStops);
        foreach (var stop in risk.RecentStops)
        {
            _out.TimeValue(stop);
        }

        Json.WriteEndArray();
        _out.StartArray(StateNames.Risk.Locks);
        foreach (var @lock in risk.Locks)
        {
            Json.WriteStartArray();
            _out.Index(@lock.Symbol);
            _out.TimeValue(@lock.Until);
            Json.WriteNumberValue((int)@lock.Cause);
            Json.WriteEndArray();
        }

        Json.WriteEndArray();
        _out.StartArray(StateNames.Risk.Outcomes);
        foreach (var outcome in risk.Outcomes)
        {
            Json.WriteStartArray();
            _out.Index(outcome.Symbol);
            _out.TimeValue(outcome.ClosedAt);
            Json.WriteNumberValue(outcome.Return);
            Json.WriteEndArray();
        }

        Json.WriteEndArray();
    }
}
