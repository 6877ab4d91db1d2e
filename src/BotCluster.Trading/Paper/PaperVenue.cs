using System.Runtime.InteropServices;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Paper;

/// <summary>The exchange of paper trading: it keeps its orders in the bot's own state and fills them out of candles.</summary>
/// <remarks>
/// Nothing here waits, and nothing is done or allocated for a bot without orders. Its trades are handed out in the
/// very turn they happen and become durable with the books they are booked in, so it never owes one.
/// </remarks>
public sealed class PaperVenue(
    PaperBook book,
    IReadOnlyDictionary<Symbol, Instrument> instruments,
    FillOptions options,
    IPaperDesk desk) : ISimulatedVenue
{
    public TimeSpan SettleTime => TimeSpan.Zero;

    public ValueTask<PlaceOutcome> PlaceAsync(OutgoingOrder order, CancellationToken cancellationToken) => new(Place(order));

    public ValueTask<CancelOutcome> CancelAsync(Symbol symbol, ClientOrderId id, CancellationToken cancellationToken)
    {
        var index = IndexOf(id);
        if (index < 0)
        {
            return new(new CancelOutcome.NotOpen());
        }

        var order = book.Orders[index];
        book.Orders.RemoveAt(index);
        return new(new CancelOutcome.Cancelled(order.Report(OrderStatus.Cancelled)));
    }

    public ValueTask<OrderReport?> QueryAsync(Symbol symbol, ClientOrderId id, CancellationToken cancellationToken)
    {
        var index = IndexOf(id);
        return new(index < 0 ? null : book.Orders[index].Report());
    }

    public ValueTask<IReadOnlyList<OrderReport>> OpenOrdersAsync(CancellationToken cancellationToken) =>
        new(book.Orders.Count == 0 ? [] : [.. book.Orders.Select(order => order.Report())]);

    public ValueTask<IReadOnlyList<VenueTrade>> TradesAsync(Symbol symbol, ClientOrderId id, CancellationToken cancellationToken) =>
        new((IReadOnlyList<VenueTrade>)[]);

    public void Open(Symbol symbol, in Candle candle, ICollection<VenueTrade> trades, ICollection<OrderReport> ended) =>
        Match(symbol, candle, CandleHalf.Open, new VenueNews(trades, ended));

    public void Rest(Symbol symbol, in Candle candle, ICollection<VenueTrade> trades, ICollection<OrderReport> ended) =>
        Match(symbol, candle, CandleHalf.Rest, new VenueNews(trades, ended));

    // Most candles reach no order, and those must cost next to nothing.
    private void Match(Symbol symbol, in Candle candle, CandleHalf half, VenueNews news)
    {
        foreach (var order in CollectionsMarshal.AsSpan(book.Orders))
        {
            if (order.Symbol == symbol && half.Concerns(order, instruments[symbol], candle, options))
            {
                var at = half == CandleHalf.Open ? candle.OpenTime : desk.Now;
                new PaperMatching(book, instruments[symbol], options, candle, news).Match(half, desk.PositionOf(symbol), at);
                return;
            }
        }
    }

    private PlaceOutcome Place(OutgoingOrder order)
    {
        var intent = order.Approved.Intent;
        var instrument = instruments.GetValueOrDefault(intent.Symbol);
        if (PaperRules.Refuse(order, instrument, desk) is { } error)
        {
            return new PlaceOutcome.Rejected(error);
        }

        if (IndexOf(order.Id) >= 0)
        {
            return new PlaceOutcome.Rejected(new VenueError.InvalidOrder($"The order {order.Id} is already here."));
        }

        var waiting = new PaperOrder
        {
            Id = order.Id,
            Symbol = intent.Symbol,
            Side = intent.Side,
            Type = intent.Type,
            TimeInForce = intent.TimeInForce,
            PlacedAt = intent.Type == OrderType.Market ? desk.Now : null,
            Remaining = intent.Quantity,
            Filled = Quantity.Zero,
            LimitPrice = intent.LimitPrice,
            StopPrice = intent.StopPrice,
            ReduceOnly = intent.ReducesPosition,
            IsTaker = desk.PriceOf(intent.Symbol) is { } price && PaperRules.Crosses(intent, instruments[intent.Symbol], price),
        };
        book.Orders.Add(waiting);
        return new PlaceOutcome.Accepted(waiting.Report());
    }

    private int IndexOf(ClientOrderId id)
    {
        for (var index = 0; index < book.Orders.Count; index++)
        {
            if (book.Orders[index].Id == id)
            {
                return index;
            }
        }

        return -1;
    }
}
