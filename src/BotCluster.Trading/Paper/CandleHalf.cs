using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Paper;

/// <summary>Which part of a candle the paper market is at.</summary>
internal enum CandleHalf
{
    Open = 1,
    Rest = 2,
}

/// <summary>Where a simulated venue puts what happened.</summary>
internal readonly record struct VenueNews(ICollection<VenueTrade> Trades, ICollection<OrderReport> Ended);

/// <summary>What the halves of a candle do to an order.</summary>
internal static class CandleHalves
{
    public static Fill? FillOf(this CandleHalf half, PaperOrder order, Instrument instrument, in Candle candle, FillOptions options) =>
        half == CandleHalf.Rest ? FillModel.Within(order, instrument, candle, options)
            : IsIn(order, candle) ? FillModel.AtOpen(order, instrument, candle, options)
            : null;

    /// <summary>Whether anything becomes of the order now: it trades, or this was its only chance.</summary>
    public static bool Concerns(this CandleHalf half, PaperOrder order, Instrument instrument, in Candle candle, FillOptions options) =>
        half.IsLastChanceOf(order, candle) || half.FillOf(order, instrument, candle, options) is not null;

    /// <summary>An order that must trade at once meets one open, and a stop of that kind the moment it is touched.</summary>
    public static bool IsLastChanceOf(this CandleHalf half, PaperOrder order, in Candle candle) =>
        order.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill
        && half == CandleHalf.Open
        && order.Type != OrderType.Stop
        && IsIn(order, candle);

    // An order that came while the candle was under way (a bot of several timeframes, a command) has missed its open.
    private static bool IsIn(PaperOrder order, in Candle candle) => order.PlacedAt is not { } at || at <= candle.OpenTime;
}
