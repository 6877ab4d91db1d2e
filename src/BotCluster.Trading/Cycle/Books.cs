using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;
using BotCluster.Trading.Risk;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Cycle;

/// <summary>Brings venue trades into the bot's account: the only way money and positions move.</summary>
internal sealed class Books(BotContext bot, OrderList orders)
{
    private readonly BotState _state = bot.State;

    /// <summary>Whether anything was booked since the equity was last recorded.</summary>
    public bool HasMoved { get; set; }

    public void Book(VenueTrade trade)
    {
        var order = orders.Find(trade.OrderId)
            ?? throw new InvalidOperationException($"Trade {trade.TradeId} belongs to {trade.OrderId}, which this bot does not hold.");
        if (order.Trades.Contains(trade.TradeId))
        {
            return;
        }

        bot.Journal.Write(new Fact.OrderFilled(trade, order.Intent.Purpose));
        HasMoved = true;
        if (order.Intent.Purpose == OrderPurpose.Entry)
        {
            BookEntry(trade, order);
        }
        else if (_state.Account.BookReduction(trade, order.Intent.Reason) is { } closed)
        {
            Close(closed, order.Intent.Purpose);
        }

        var filled = order with { Filled = order.Filled + trade.Quantity, Trades = [.. order.Trades, trade.TradeId] };
        orders.Change(filled.Become(filled.Remaining.IsZero ? OrderStatus.Filled : OrderStatus.PartiallyFilled), trade.At);
    }

    public void Transfer(decimal amount, DateTimeOffset at)
    {
        _state.Account.Transfer(amount);
        RiskBookkeeping.Transfer(_state.Risk, amount);
        BookCash(CashBookingKind.Transfer, null, amount, at);
    }

    public void PayFunding(Position position, decimal amount, DateTimeOffset at)
    {
        _state.Account.PayFunding(position.Symbol, amount);
        BookCash(CashBookingKind.Funding, position, -amount, at);
    }

    private void BookCash(CashBookingKind kind, Position? position, decimal amount, DateTimeOffset at)
    {
        bot.Journal.Write(new Fact.CashBooked(
            new CashBooking(_state.Numbers.Booking++, at, kind, position?.Symbol, amount)));
        HasMoved = true;
    }

    private void BookEntry(VenueTrade trade, BotOrder order)
    {
        var held = _state.Account.PositionOf(trade.Symbol);
        var position = _state.Account.BookEntry(trade, order.Intent, held?.TradeNumber ?? _state.Numbers.Trade);
        if (held is null)
        {
            _state.Numbers.Trade++;
            return;
        }

        if (order.Filled.IsZero)
        {
            // The first fill of another order on the same position: a pyramid's next step, with terms of its own.
            _state.Account.Replace(position with
            {
                Entries = held.Entries + 1,
                Stop = order.Intent.ProtectiveStop ?? held.Stop,
                Target = order.Intent.Target ?? held.Target,
            });
        }
    }

    private void Close(ClosedTrade closed, OrderPurpose purpose)
    {
        bot.Journal.Write(new Fact.TradeClosed(closed));
        RiskBookkeeping.TradeClosed(
            _state.Risk, closed, purpose == OrderPurpose.ProtectiveStop, bot.Settings.Timeframe, bot.Settings.Risk);
    }
}
