using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Venues;

namespace BotCluster.Standalone.Check;

/// <summary>Books a bot's whole history once more, from the ledger alone, into an empty account.</summary>
internal sealed class BookReplay
{
    private readonly Dictionary<string, OrderRow> _orders;
    private long _nextTrade = 1;

    private BookReplay(Asset quote, BotHistory history)
    {
        _orders = history.Orders.ToDictionary(order => order.Order_Id, StringComparer.Ordinal);
        Account = Account.Opened(quote, 0m);
    }

    public Account Account { get; }

    public List<ClosedTrade> Closed { get; } = [];

    /// <summary>Funding received less what was paid, by symbol. It moves cash at its own times, so it is summed apart.</summary>
    public Dictionary<string, decimal> Funding { get; } = [];

    public decimal Cash => Account.Cash + Funding.Values.Sum();

    /// <summary>Why the history cannot be booked at all; null where it can.</summary>
    public string? Flaw { get; private set; }

    public static BookReplay Of(Asset quote, BotHistory history)
    {
        var replay = new BookReplay(quote, history);
        foreach (var booking in history.Bookings)
        {
            replay.Book(booking);
        }

        foreach (var fill in history.Fills)
        {
            if (replay.Flaw is null)
            {
                replay.Book(fill);
            }
        }

        return replay;
    }

    private void Book(BookingRow booking)
    {
        if (booking.Kind == "Transfer")
        {
            Account.Transfer(booking.Amount);
        }
        else
        {
            var symbol = booking.Symbol ?? "";
            Funding[symbol] = Funding.GetValueOrDefault(symbol) + booking.Amount;
        }
    }

    private void Book(FillRow fill)
    {
        if (!_orders.TryGetValue(fill.Order_Id, out var order))
        {
            Flaw = $"fill {fill.Order_Id}/{fill.Trade_Id} has no order";
            return;
        }

        try
        {
            Book(TradeOf(fill), order);
        }
        catch (InvalidOperationException impossible)
        {
            Flaw = $"fill {fill.Order_Id}/{fill.Trade_Id} cannot be booked: {impossible.Message}";
        }
    }

    private void Book(VenueTrade trade, OrderRow order)
    {
        if (Enum.Parse<OrderPurpose>(order.Purpose) != OrderPurpose.Entry)
        {
            if (Account.BookReduction(trade, order.Purpose) is { } closed)
            {
                Closed.Add(closed);
            }

            return;
        }

        var held = Account.PositionOf(trade.Symbol);
        Account.BookEntry(trade, IntentOf(order), held?.TradeNumber ?? _nextTrade);
        _nextTrade += held is null ? 1 : 0;
    }

    // Whether the name is a good one is for the orders' own check; to book the trade it does not matter.
    private static VenueTrade TradeOf(FillRow fill) => new(
        ClientOrderId.TryParse(fill.Order_Id, out var id) ? id : default,
        fill.Trade_Id,
        Symbol.Parse(fill.Symbol),
        Enum.Parse<Side>(fill.Side),
        new Price(fill.Price),
        new Quantity(fill.Quantity),
        new Money(fill.Fee, new Asset(fill.Fee_Asset)),
        new DateTimeOffset(DateTime.SpecifyKind(fill.At, DateTimeKind.Utc)),
        Enum.Parse<Liquidity>(fill.Liquidity));

    private static OrderIntent IntentOf(OrderRow order) => new()
    {
        Symbol = Symbol.Parse(order.Symbol),
        Side = Enum.Parse<Side>(order.Side),
        Direction = Enum.Parse<Direction>(order.Direction),
        Quantity = new Quantity(order.Quantity),
        Purpose = OrderPurpose.Entry,
        Leverage = order.Leverage,
        Reason = "check",
    };
}
