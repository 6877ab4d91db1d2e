using BotCluster.Trading.Bots;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Cycle;

/// <summary>The order protocol: record the intent, send once, take a definite answer or leave it unsettled, settle by asking.</summary>
internal sealed class OrderDesk(BotContext bot, OrderList orders, Books books, AlertDesk alerts)
{
    private readonly BotState _state = bot.State;

    /// <summary>Records all intents in one durable step, then sends each once.</summary>
    public async ValueTask SendAsync(IReadOnlyList<NumberedOrder> approved, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (approved.Count == 0)
        {
            return;
        }

        var expiresAt = now + bot.Options.IntentLifetime;
        foreach (var (order, id) in approved)
        {
            orders.Add(
                new BotOrder
                {
                    Id = id,
                    Intent = order.Intent,
                    Status = OrderStatus.Recorded,
                    RecordedAt = now,
                    ExpiresAt = expiresAt,
                },
                now);
        }

        await bot.Journal.CommitAsync(cancellationToken);
        foreach (var (order, id) in approved)
        {
            var outcome = await bot.Venue.PlaceAsync(new OutgoingOrder(order, id, expiresAt), cancellationToken);
            Take(id, outcome, now);
        }
    }

    /// <summary>The next order's name; once given it is never given again.</summary>
    public ClientOrderId NextId() => bot.Identity.OrderId(_state.Numbers.Order++);

    /// <returns>Whether the order is proven to be off the venue's book.</returns>
    public async ValueTask<bool> CancelAsync(BotOrder order, string note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (await bot.Venue.CancelAsync(order.Intent.Symbol, order.Id, cancellationToken))
        {
            case CancelOutcome.Cancelled cancelled:
                await BookTradesAsync(order, cancellationToken);
                if (orders.Find(order.Id) is not { } left)
                {
                    return true;
                }

                // It had traded more than its trades show yet: it stays until they add up.
                if (left.Filled != cancelled.Report.Filled)
                {
                    return false;
                }

                orders.Change(left.Become(OrderStatus.Cancelled, note), now);
                return true;
            case CancelOutcome.NotOpen:
                await SettleAsync(order, now, cancellationToken);
                return orders.Find(order.Id) is null;
            default:
                return false;
        }
    }

    /// <summary>Asks the venue about every order whose fate is not known, and about working ones the venue may have ended.</summary>
    public async ValueTask SettleAllAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // From the end, since settling takes ended orders off the list.
        for (var index = orders.Count - 1; index >= 0; index--)
        {
            await SettleAsync(orders[index], now, cancellationToken);
        }
    }

    private async ValueTask SettleAsync(BotOrder order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var report = await bot.Venue.QueryAsync(order.Intent.Symbol, order.Id, cancellationToken);
        await BookTradesAsync(order, cancellationToken);
        if (orders.Find(order.Id) is not { } known)
        {
            return;
        }

        if (report is not null)
        {
            Conclude(report, now);
        }
        else if (known.Status.IsWorking())
        {
            orders.Change(known.Become(OrderStatus.Cancelled, "The venue no longer holds it."), now);
        }
        else if (now >= known.ExpiresAt + bot.Venue.SettleTime || bot.Venue is ISimulatedVenue)
        {
            // Asked by id and by trades, after its expiry and the venue's own delay: it never arrived.
            orders.Change(known.Become(OrderStatus.NotSent, "It never reached the venue."), now);
        }
    }

    /// <summary>Takes over what the venue says of an order; it closes only when its booked trades add up to what the venue says was filled.</summary>
    public void Conclude(OrderReport report, DateTimeOffset now)
    {
        // What was asked before the trades may be older than they are; such a report says nothing new.
        if (orders.Find(report.Id) is { } known && report.Status != known.Status && known.Status.CanBecome(report.Status)
            && AddsUp(report, known))
        {
            orders.Change(known.Become(report.Status), now);
        }
    }

    private static bool AddsUp(OrderReport report, BotOrder known) => !report.Status.IsFinal() || report.Filled == known.Filled;

    private async ValueTask BookTradesAsync(BotOrder order, CancellationToken cancellationToken)
    {
        foreach (var trade in await bot.Venue.TradesAsync(order.Intent.Symbol, order.Id, cancellationToken))
        {
            if (orders.Find(order.Id) is not null)
            {
                books.Book(trade);
            }
        }
    }

    private void Take(ClientOrderId id, PlaceOutcome outcome, DateTimeOffset now)
    {
        if (orders.Find(id) is not { } order)
        {
            return;
        }

        switch (outcome)
        {
            case PlaceOutcome.Accepted accepted:
                orders.Change(order.Become(AddsUp(accepted.Report, order) ? accepted.Report.Status : OrderStatus.Open), now);
                break;
            case PlaceOutcome.Rejected rejected:
                orders.Change(order.Become(OrderStatus.Rejected, rejected.Error.Detail), now);
                alerts.Raise(
                    AlertSeverity.Warning, "order-rejected", $"{order.Intent.Symbol} {order.Intent.Purpose}: {rejected.Error.Detail}", now);
                break;
            case PlaceOutcome.Unanswered unanswered:
                orders.Change(order.Become(OrderStatus.Unsettled, unanswered.Detail), now);
                break;
        }
    }
}

/// <summary>An approved order with the id it will carry.</summary>
internal readonly record struct NumberedOrder(ApprovedOrder Order, ClientOrderId Id);
