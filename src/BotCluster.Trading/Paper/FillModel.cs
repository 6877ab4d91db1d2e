using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Paper;

/// <summary>At which price a candle fills an order, if it does: one set of rules for paper trading and backtests.</summary>
/// <remarks>
/// Pure. A market order meets the open, a stop its stop price (or the open beyond it), both with slippage against us.
/// A limit fills only where the market trades through it: at its price, or at the open beyond it.
/// </remarks>
public static class FillModel
{
    // A quick look in double spares the exact comparison in decimal; two prices closer than this get the exact one.
    private const double Nearly = 1e-9;

    /// <summary>The fill at the candle's open; null where the open does not reach the order.</summary>
    public static Fill? AtOpen(PaperOrder order, Instrument instrument, in Candle candle, FillOptions options) =>
        order.Type switch
        {
            OrderType.Market => Taken(order.Side, instrument, candle.Open, options),
            OrderType.Stop when order.IsTriggered || Touches(order, instrument, candle.Open) =>
                Taken(order.Side, instrument, candle.Open, options),
            OrderType.Limit when TradesThrough(order, instrument, candle.Open) =>
                Beyond(order, instrument, candle.Open, options),
            _ => null,
        };

    /// <summary>The fill by the rest of the candle; null where it does not reach the order.</summary>
    public static Fill? Within(PaperOrder order, Instrument instrument, in Candle candle, FillOptions options)
    {
        switch (order.Type)
        {
            // What was already triggered missed this candle's open and meets the next one.
            case OrderType.Stop when !order.IsTriggered:
                return Touches(order, instrument, candle.Open) ? Taken(order.Side, instrument, candle.Open, options)
                    : Touches(order, instrument, WorstOf(order.Side, candle)) ? AtStop(order, instrument, options)
                    : null;
            case OrderType.Limit:
                return TradesThrough(order, instrument, candle.Open) ? Beyond(order, instrument, candle.Open, options)
                    : TradesThrough(order, instrument, BestOf(order.Side, candle)) ? AtLimit(order)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>Whether this price touches the stop of an order.</summary>
    public static bool Touches(PaperOrder order, Instrument instrument, double price) =>
        order.StopPrice is { } stop && Compare(instrument, price, stop) is { } against
        && (order.Side == Side.Sell ? against <= 0 : against >= 0);

    /// <summary>Whether a market at this price has traded through the limit of an order.</summary>
    public static bool TradesThrough(PaperOrder order, Instrument instrument, double price) =>
        order.LimitPrice is { } limit && Compare(instrument, price, limit) is { } against
        && (order.Side == Side.Sell ? against > 0 : against < 0);

    /// <summary>The most of a candle that one bot may trade, in whole lots.</summary>
    public static Quantity ShareOf(in Candle candle, Instrument instrument, FillOptions options) =>
        instrument.FloorQuantity(instrument.FloorQuantity(candle.Volume).Value * options.Participation);

    /// <summary>What the venue takes of a trade, in the quote asset.</summary>
    public static Money FeeOf(Fill fill, Quantity quantity, Instrument instrument)
    {
        var rate = fill.Liquidity == Liquidity.Maker ? instrument.Fees.Maker : instrument.Fees.Taker;
        return new Money(fill.Price * quantity * rate, instrument.Symbol.Quote);
    }

    private static Fill? Taken(Side side, Instrument instrument, double price, FillOptions options) =>
        instrument.NearestPrice(price) is { } met ? new Fill(Slipped(met, side, instrument, options), Liquidity.Taker) : null;

    private static Fill? AtStop(PaperOrder order, Instrument instrument, FillOptions options) =>
        order.StopPrice is { } stop ? new Fill(Slipped(stop, order.Side, instrument, options), Liquidity.Taker) : null;

    private static Fill? AtLimit(PaperOrder order) => order.LimitPrice is { } limit ? new Fill(limit, LiquidityOf(order)) : null;

    // The open is beyond the limit. An order that waited gets the open; one that came to take pays its slippage
    // too, but never more than its limit.
    private static Fill? Beyond(PaperOrder order, Instrument instrument, double open, FillOptions options)
    {
        if (instrument.NearestPrice(open) is not { } met || order.LimitPrice is not { } limit)
        {
            return null;
        }

        if (!order.IsTaker)
        {
            return new Fill(met, Liquidity.Maker);
        }

        var slipped = Slipped(met, order.Side, instrument, options);
        var isBeyondLimit = order.Side == Side.Buy ? slipped > limit : slipped < limit;
        return new Fill(isBeyondLimit ? limit : slipped, Liquidity.Taker);
    }

    private static Liquidity LiquidityOf(PaperOrder order) => order.IsTaker ? Liquidity.Taker : Liquidity.Maker;

    private static Price Slipped(Price price, Side side, Instrument instrument, FillOptions options) =>
        instrument.RoundPriceAgainstUs(price.Value * (side == Side.Buy ? 1m + options.Slippage : 1m - options.Slippage), side);

    private static double WorstOf(Side side, in Candle candle) => side == Side.Sell ? candle.Low : candle.High;

    private static double BestOf(Side side, in Candle candle) => side == Side.Sell ? candle.High : candle.Low;

    private static int? Compare(Instrument instrument, double price, Price to)
    {
        var other = (double)to.Value;
        return Math.Abs(price - other) > other * Nearly
            ? price.CompareTo(other)
            : instrument.NearestPrice(price)?.CompareTo(to);
    }
}
