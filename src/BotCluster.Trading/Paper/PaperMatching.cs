using System.Globalization;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Paper;

/// <summary>One half of one candle against the orders of one bot in one symbol.</summary>
/// <remarks>
/// Stops go first, then market orders, then limits: protection before anything else, and the stop before the target.
/// Orders that only reduce share what is held, so what one of them fills the others no longer can.
/// </remarks>
internal sealed class PaperMatching(
    PaperBook book, Instrument instrument, FillOptions options, Candle candle, VenueNews news)
{
    private static readonly OrderType[] Ranks = [OrderType.Stop, OrderType.Market, OrderType.Limit];

    private decimal _share;

    // Above zero what is held long, below zero what is held short.
    private decimal _held;

    public void Match(CandleHalf half, Position? position, DateTimeOffset at)
    {
        _held = position is null ? 0m : position.Direction.Sign() * position.Quantity.Value;
        var taken = book.Taken.Find(share => share.Symbol == instrument.Symbol && share.OpenTime == candle.OpenTime).Quantity;
        _share = Math.Max(0m, FillModel.ShareOf(candle, instrument, options).Value - taken.Value);
        var before = _share;

        foreach (var rank in Ranks)
        {
            for (var index = 0; index < book.Orders.Count;)
            {
                var order = book.Orders[index];
                var isGone = order.Symbol == instrument.Symbol && order.Type == rank && Meet(half, index, order, at);
                index += isGone ? 0 : 1;
            }
        }

        KeepTaken(taken + new Quantity(before - _share));
        ShareWhatIsHeld();
    }

    /// <returns>Whether the order left the book.</returns>
    private bool Meet(CandleHalf half, int index, PaperOrder order, DateTimeOffset at)
    {
        var fill = half.FillOf(order, instrument, candle, options);
        if (fill is null)
        {
            return half.IsLastChanceOf(order, candle) && End(index, order, OrderStatus.Expired);
        }

        var wanted = order.ReduceOnly ? Math.Min(order.Remaining.Value, Reducible(order.Side)) : order.Remaining.Value;
        if (wanted <= 0m)
        {
            return End(index, order, OrderStatus.Cancelled);
        }

        var quantity = new Quantity(Math.Min(wanted, _share));
        if (order.TimeInForce == TimeInForce.FillOrKill && quantity.Value < wanted)
        {
            return End(index, order, OrderStatus.Expired);
        }

        if (!quantity.IsZero)
        {
            Trade(order, fill.Value, quantity, at);
        }

        var left = order with
        {
            Remaining = order.Remaining - quantity,
            Filled = order.Filled + quantity,
            IsTriggered = order.Type == OrderType.Stop,
        };
        if (left.Remaining.IsZero)
        {
            return End(index, left, OrderStatus.Filled);
        }

        if (order.TimeInForce == TimeInForce.ImmediateOrCancel)
        {
            return End(index, left, OrderStatus.Expired);
        }

        book.Orders[index] = left;
        return false;
    }

    private void Trade(PaperOrder order, Fill fill, Quantity quantity, DateTimeOffset at)
    {
        _share -= quantity.Value;
        _held += order.Side == Side.Buy ? quantity.Value : -quantity.Value;
        news.Trades.Add(new VenueTrade(
            order.Id,
            (book.NextTrade++).ToString(CultureInfo.InvariantCulture),
            order.Symbol,
            order.Side,
            fill.Price,
            quantity,
            FillModel.FeeOf(fill, quantity, instrument),
            at,
            fill.Liquidity));
    }

    private bool End(int index, PaperOrder order, OrderStatus status)
    {
        book.Orders.RemoveAt(index);
        news.Ended.Add(order.Report(status));
        return true;
    }

    // One candle's entry at most for a symbol; an older one of any symbol says nothing any more.
    private void KeepTaken(Quantity taken)
    {
        book.Taken.RemoveAll(share => share.Symbol == instrument.Symbol || share.OpenTime < candle.OpenTime);
        if (!taken.IsZero)
        {
            // Mostly there is one; the list would make room for four.
            book.Taken.Capacity = Math.Max(book.Taken.Capacity, book.Taken.Count + 1);
            book.Taken.Add(new CandleShare(instrument.Symbol, candle.OpenTime, taken));
        }
    }

    // A stop and a target guard the same position: neither may be left with more than there is to close.
    private void ShareWhatIsHeld()
    {
        for (var index = 0; index < book.Orders.Count;)
        {
            var order = book.Orders[index];
            var held = Reducible(order.Side);
            if (order.Symbol != instrument.Symbol || !order.ReduceOnly || order.Remaining.Value <= held)
            {
                index++;
            }
            else if (held > 0m)
            {
                book.Orders[index++] = order with { Remaining = new Quantity(held) };
            }
            else
            {
                End(index, order, OrderStatus.Cancelled);
            }
        }
    }

    private decimal Reducible(Side side) => Math.Max(0m, side == Side.Sell ? _held : -_held);
}
