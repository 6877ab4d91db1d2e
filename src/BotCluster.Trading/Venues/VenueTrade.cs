using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;

namespace BotCluster.Trading.Venues;

/// <summary>One trade that a venue reports on an order of ours: the only thing that moves money in the books.</summary>
/// <param name="OrderId">Whose order it filled.</param>
/// <param name="TradeId">The venue's own id of the trade, unique for its order.</param>
/// <param name="Symbol">What was traded.</param>
/// <param name="Side">Which way.</param>
/// <param name="Price">At which price.</param>
/// <param name="Quantity">How much of the base asset.</param>
/// <param name="Fee">What the venue took; in the quote asset unless the venue says otherwise.</param>
/// <param name="At">When, by the venue's clock.</param>
/// <param name="Liquidity">Whether the order waited (maker) or took (taker).</param>
public sealed record VenueTrade(
    ClientOrderId OrderId,
    string TradeId,
    Symbol Symbol,
    Side Side,
    Price Price,
    Quantity Quantity,
    Money Fee,
    DateTimeOffset At,
    Liquidity Liquidity);

/// <summary>Which side of the book a trade was on.</summary>
public enum Liquidity
{
    Maker = 1,
    Taker = 2,
}
