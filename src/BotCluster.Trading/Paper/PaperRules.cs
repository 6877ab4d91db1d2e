using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Paper;

/// <summary>What an exchange refuses at its door, whatever our own risk rules said.</summary>
internal static class PaperRules
{
    /// <returns>Null where the order may enter the book.</returns>
    public static VenueError? Refuse(OutgoingOrder order, Instrument? instrument, IPaperDesk desk)
    {
        var intent = order.Approved.Intent;
        var flaw = instrument is null
            ? $"{intent.Symbol} is not traded here."
            : order.ExpiresAt < desk.Now
                ? $"The order expired at {order.ExpiresAt:u}, and it is {desk.Now:u}."
                : FlawOfQuantity(intent, instrument)
                    ?? FlawOfPrices(intent, instrument)
                    ?? (intent.ReducesPosition
                        ? FlawOfReduction(intent, desk.PositionOf(intent.Symbol))
                        : FlawOfEntry(intent, instrument, desk.PriceOf(intent.Symbol)));
        return flaw is null ? null : new VenueError.InvalidOrder(flaw);
    }

    /// <summary>Whether a limit order would trade at once against a market at this price.</summary>
    public static bool Crosses(OrderIntent intent, Instrument instrument, double price) =>
        intent.LimitPrice is { } limit && instrument.NearestPrice(price) is { } market
        && (intent.Side == Side.Buy ? limit >= market : limit <= market);

    private static string? FlawOfQuantity(OrderIntent intent, Instrument instrument) => intent.Quantity switch
    {
        { IsZero: true } => "The quantity is zero.",
        _ when intent.Quantity.Value % instrument.Lot != 0m =>
            $"The quantity {intent.Quantity} is not a multiple of the lot {instrument.Lot}.",
        _ => null,
    };

    private static string? FlawOfPrices(OrderIntent intent, Instrument instrument) => intent switch
    {
        { Type: OrderType.Limit, LimitPrice: null } => "A limit order needs a limit price.",
        { Type: OrderType.Stop, StopPrice: null } => "A stop order needs a stop price.",
        { TimeInForce: TimeInForce.PostOnly, Type: not OrderType.Limit } => "Only a limit order can be post-only.",
        _ when intent.LimitPrice is { } limit && limit.Value % instrument.Tick != 0m =>
            $"The limit price {limit} is not a multiple of the tick {instrument.Tick}.",
        _ when intent.StopPrice is { } stop && stop.Value % instrument.Tick != 0m =>
            $"The stop price {stop} is not a multiple of the tick {instrument.Tick}.",
        _ => null,
    };

    private static string? FlawOfReduction(OrderIntent intent, Accounts.Position? held) => held switch
    {
        null => $"The order only reduces, and nothing of {intent.Symbol} is held.",
        _ when held.Direction.Closes() != intent.Side => $"A {intent.Side} does not reduce a {held.Direction} position.",
        _ when held.Quantity < intent.Quantity =>
            $"The order only reduces, and {intent.Quantity} is more than the {held.Quantity} that is held.",
        _ => null,
    };

    private static string? FlawOfEntry(OrderIntent intent, Instrument instrument, double? price)
    {
        if (intent.Side == Side.Sell && !instrument.CanShort)
        {
            return $"{intent.Symbol} cannot be sold short.";
        }

        if (price is not { } market || instrument.NearestPrice(market) is not { } latest)
        {
            return $"There is no price of {intent.Symbol} yet.";
        }

        if (intent.TimeInForce == TimeInForce.PostOnly && Crosses(intent, instrument, market))
        {
            return $"The order is post-only and its limit {intent.LimitPrice} would trade at once at {latest.Value:0.########}.";
        }

        var notional = (intent.LimitPrice ?? intent.StopPrice ?? latest) * intent.Quantity;
        return notional < instrument.MinimumNotional
            ? $"The order is worth {notional:0.########}, less than the minimum of {instrument.MinimumNotional}."
            : null;
    }
}
