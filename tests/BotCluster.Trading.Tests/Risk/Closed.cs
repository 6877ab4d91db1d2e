using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Risk;

/// <summary>Round trips with a margin of 100.</summary>
internal static class Closed
{
    public static ClosedTrade At(DateTimeOffset at, decimal profit, Symbol? symbol = null) => new()
    {
        Number = 1,
        Symbol = symbol ?? Given.Perpetual,
        Direction = Direction.Long,
        Quantity = new Quantity(1m),
        EntryPrice = 100m,
        ExitPrice = 100m + profit,
        OpenedAt = at.AddHours(-2),
        ClosedAt = at,
        GrossProfit = profit,
        Fees = 0m,
        Funding = 0m,
        Margin = 100m,
        ExitReason = "A test.",
    };
}
