using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Tests.Risk;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Tests.Accounts;

/// <summary>Trades as a venue reports them.</summary>
internal static class Trades
{
    public static VenueTrade Buy(Symbol symbol, decimal price, decimal quantity, decimal fee = 0m) =>
        Of(Side.Buy, symbol, price, quantity, fee);

    public static VenueTrade Sell(Symbol symbol, decimal price, decimal quantity, decimal fee = 0m) =>
        Of(Side.Sell, symbol, price, quantity, fee);

    public static VenueTrade Of(Side side, Symbol symbol, decimal price, decimal quantity, decimal fee = 0m) => new(
        ClientOrderId.Of("abc123", 1, 1, 1),
        "1",
        symbol,
        side,
        new Price(price),
        new Quantity(quantity),
        new Money(fee, Given.Usdt),
        Given.Noon,
        Liquidity.Taker);
}
