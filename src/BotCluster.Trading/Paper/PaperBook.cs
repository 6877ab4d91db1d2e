using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Paper;

/// <summary>The paper venue's side of one bot: the orders it holds and the trades it counted. Lives in the bot's own state.</summary>
public sealed class PaperBook
{
    public List<PaperOrder> Orders { get; init; } = [];

    public long NextTrade { get; set; } = 1;

    /// <summary>What was taken of the candle at hand, so that no restart between its halves takes more of it.</summary>
    public List<CandleShare> Taken { get; init; } = [];
}

/// <summary>How much of one candle's volume a bot has traded.</summary>
public readonly record struct CandleShare(Symbol Symbol, DateTimeOffset OpenTime, Quantity Quantity);

/// <summary>An order that waits in the paper book.</summary>
public sealed record PaperOrder
{
    public required ClientOrderId Id { get; init; }

    public required Symbol Symbol { get; init; }

    public required Side Side { get; init; }

    public required OrderType Type { get; init; }

    public required TimeInForce TimeInForce { get; init; }

    /// <summary>When a market order came: it has missed the open of a candle that opened before. Null for all others.</summary>
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>What is left to trade.</summary>
    public required Quantity Remaining { get; init; }

    public required Quantity Filled { get; init; }

    public Price? LimitPrice { get; init; }

    public Price? StopPrice { get; init; }

    public bool ReduceOnly { get; init; }

    /// <summary>A touched stop that could not fill whole goes on as a market order.</summary>
    public bool IsTriggered { get; init; }

    /// <summary>A limit that was beyond the market when it was placed trades as a taker.</summary>
    public bool IsTaker { get; init; }

    internal OrderReport Report() => Report(Filled.IsZero ? OrderStatus.Open : OrderStatus.PartiallyFilled);

    internal OrderReport Report(OrderStatus status) => new(Id, Symbol, status, Filled);
}
