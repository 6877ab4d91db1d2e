using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Cycle;

/// <summary>Keeps a stop (and a target, where there is one) at the venue for exactly what is held, and nothing where nothing is held.</summary>
internal sealed class Protection(BotContext bot, MarketData market, OrderList orders, OrderDesk desk, RiskDesk risk)
{
    private readonly BotState _state = bot.State;

    public async ValueTask EnsureAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await CancelLeftoversAsync(now, cancellationToken);
        List<NumberedOrder>? missing = null;
        for (var index = 0; index < _state.Account.Positions.Count; index++)
        {
            var position = _state.Account.Positions[index];

            if (Guarded(position) is not { } quantity)
            {
                continue;
            }

            if (await NeedsAsync(position, quantity, OrderPurpose.ProtectiveStop, position.Stop, now, cancellationToken))
            {
                Add(ref missing, position, quantity, OrderPurpose.ProtectiveStop, position.Stop);
            }

            if (await NeedsAsync(position, quantity, OrderPurpose.TakeProfit, position.Target, now, cancellationToken))
            {
                Add(ref missing, position, quantity, OrderPurpose.TakeProfit, position.Target);
            }
        }

        if (missing is not null)
        {
            await desk.SendAsync(missing, now, cancellationToken);
        }
    }

    /// <summary>Takes the stop and target of a symbol off the venue's book, proven, so that an exit may sell what they held.</summary>
    public async ValueTask<bool> LiftAsync(Symbol symbol, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var purpose in new[] { OrderPurpose.ProtectiveStop, OrderPurpose.TakeProfit })
        {
            if (orders.Of(symbol, purpose) is { } order
                && !await desk.CancelAsync(order, "An exit takes its place.", now, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async ValueTask CancelLeftoversAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // From the end, since a cancelled order leaves the list.
        for (var index = orders.Count - 1; index >= 0; index--)
        {
            var order = orders[index];
            if (order.Status.IsWorking() && IsLeftover(order, _state.Account.PositionOf(order.Intent.Symbol)))
            {
                await desk.CancelAsync(order, "Its position is closed.", now, cancellationToken);
            }
        }
    }

    // The rest of an entry goes with its position, and already when the stop is touched: it would enter beyond it.
    private bool IsLeftover(BotOrder order, Position? position) => order.Intent.ReducesPosition
        ? position is null
        : !order.Filled.IsZero && (position is null || IsTouched(position));

    private bool IsTouched(Position position) =>
        position.Stop is { } stop && market.Of(position.Symbol) is { HasClosed: true } of
        && (position.Direction == Direction.Long ? of.Latest.Low <= (double)stop.Value : of.Latest.High >= (double)stop.Value);

    // How much is to be guarded, in whole lots. On spot an exit under way holds what it sells, and only the rest can be
    // guarded; on a perpetual whatever stands is reduce-only and stays till the end.
    private Quantity? Guarded(Position position)
    {
        var quantity = position.Quantity;
        if (orders.Of(position.Symbol, OrderPurpose.Exit) is { } exit)
        {
            if (position.Symbol.Kind == MarketKind.Perpetual || exit.Remaining >= quantity)
            {
                return null;
            }

            quantity -= exit.Remaining;
        }

        return market.Of(position.Symbol)?.Instrument is { } instrument ? instrument.FloorQuantity(quantity.Value) : quantity;
    }

    // True where no such order stands for this quantity at the right price; one that stands wrong is cancelled first.
    private async ValueTask<bool> NeedsAsync(
        Position position, Quantity quantity, OrderPurpose purpose, Price? price, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (orders.Of(position.Symbol, purpose) is not { } standing)
        {
            return price is not null;
        }

        var at = purpose == OrderPurpose.ProtectiveStop ? standing.Intent.StopPrice : standing.Intent.LimitPrice;
        if (standing.Remaining == quantity && at == price)
        {
            return false;
        }

        return await desk.CancelAsync(standing, "The position has changed.", now, cancellationToken)
            && _state.Account.PositionOf(position.Symbol)?.Quantity == position.Quantity && price is not null;
    }

    private void Add(ref List<NumberedOrder>? missing, Position position, Quantity quantity, OrderPurpose purpose, Price? price)
    {
        var isStop = purpose == OrderPurpose.ProtectiveStop;
        var intent = new OrderIntent
        {
            Symbol = position.Symbol,
            Side = position.Direction.Closes(),
            Direction = position.Direction,
            Quantity = quantity,
            Purpose = purpose,
            Type = isStop ? OrderType.Stop : OrderType.Limit,
            StopPrice = isStop ? price : null,
            LimitPrice = isStop ? null : price,
            Leverage = position.Leverage,
            Reason = isStop ? $"Protective stop at {price}." : $"Target at {price}.",
        };

        if (risk.ApproveReduction(intent) is RiskVerdict.Approved approved)
        {
            (missing ??= []).Add(new NumberedOrder(approved.Order, desk.NextId()));
        }
    }

    /// <summary>A position that the venue would not let be protected, if there is one: it has to be closed.</summary>
    public bool IsMissingFor(Position position) =>
        market.Of(position.Symbol) is { HasClosed: true }
        && orders.Of(position.Symbol, OrderPurpose.ProtectiveStop) is null
        && orders.Of(position.Symbol, OrderPurpose.Exit) is null;
}
