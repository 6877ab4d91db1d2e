using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Orders;

/// <summary>How an order finds its price.</summary>
public enum OrderType
{
    Market = 1,
    Limit = 2,

    /// <summary>Waits until its stop price is touched and becomes a market order.</summary>
    Stop = 3,
}

/// <summary>How long an order may wait.</summary>
public enum TimeInForce
{
    GoodTilCancelled = 1,
    ImmediateOrCancel = 2,
    FillOrKill = 3,

    /// <summary>Only ever a maker: refused by the venue where it would trade at once.</summary>
    PostOnly = 4,
}

/// <summary>What an order is for. Everything but an entry reduces a position.</summary>
public enum OrderPurpose
{
    Entry = 1,
    Exit = 2,
    ProtectiveStop = 3,
    TakeProfit = 4,
}

/// <summary>What a bot would like to trade, before risk has seen it.</summary>
public sealed record OrderIntent
{
    public required Symbol Symbol { get; init; }

    public required Side Side { get; init; }

    /// <summary>The direction of the position that this order opens, adds to or reduces.</summary>
    public required Direction Direction { get; init; }

    public required Quantity Quantity { get; init; }

    public required OrderPurpose Purpose { get; init; }

    public OrderType Type { get; init; } = OrderType.Market;

    public TimeInForce TimeInForce { get; init; } = TimeInForce.GoodTilCancelled;

    /// <summary>Set for a limit order only.</summary>
    public Price? LimitPrice { get; init; }

    /// <summary>Set for a stop order only.</summary>
    public Price? StopPrice { get; init; }

    public decimal Leverage { get; init; } = 1m;

    /// <summary>Where the position that this entry opens gets its protective stop.</summary>
    public Price? ProtectiveStop { get; init; }

    /// <summary>Where the position that this entry opens takes its profit; null: no target.</summary>
    public Price? Target { get; init; }

    /// <summary>How sure the decision mode is, 0 to 1.</summary>
    public double Confidence { get; init; } = 1.0;

    /// <summary>Why, in words for the trader.</summary>
    public required string Reason { get; init; }

    public bool ReducesPosition => Purpose != OrderPurpose.Entry;
}
