namespace BotCluster.Trading.Orders;

/// <summary>Where an order stands, as far as the bot knows.</summary>
public enum OrderStatus
{
    /// <summary>The intent is durable; nothing is known to have left yet.</summary>
    Recorded = 1,

    /// <summary>It was sent and no definite answer came. It is settled by asking, never by sending again.</summary>
    Unsettled = 2,

    /// <summary>The venue has it and nothing was traded yet.</summary>
    Open = 3,

    PartiallyFilled = 4,

    Filled = 5,

    Cancelled = 6,

    /// <summary>Its time in force ran out at the venue.</summary>
    Expired = 7,

    /// <summary>The venue refused it.</summary>
    Rejected = 8,

    /// <summary>It never arrived, proven by every way of asking.</summary>
    NotSent = 9,
}

/// <summary>The one table of which status may follow which.</summary>
public static class OrderTransitions
{
    private static readonly Dictionary<OrderStatus, OrderStatus[]> Next = new()
    {
        [OrderStatus.Recorded] =
        [
            OrderStatus.Unsettled, OrderStatus.Open, OrderStatus.PartiallyFilled, OrderStatus.Filled,
            OrderStatus.Cancelled, OrderStatus.Expired, OrderStatus.Rejected, OrderStatus.NotSent,
        ],
        [OrderStatus.Unsettled] =
        [
            OrderStatus.Open, OrderStatus.PartiallyFilled, OrderStatus.Filled,
            OrderStatus.Cancelled, OrderStatus.Expired, OrderStatus.Rejected, OrderStatus.NotSent,
        ],
        [OrderStatus.Open] =
            [OrderStatus.PartiallyFilled, OrderStatus.Filled, OrderStatus.Cancelled, OrderStatus.Expired, OrderStatus.Rejected],
        [OrderStatus.PartiallyFilled] = [OrderStatus.Filled, OrderStatus.Cancelled, OrderStatus.Expired],
        [OrderStatus.Filled] = [],
        [OrderStatus.Cancelled] = [],
        [OrderStatus.Expired] = [],
        [OrderStatus.Rejected] = [],
        [OrderStatus.NotSent] = [],
    };

    /// <summary>Whether nothing more can happen to the order.</summary>
    public static bool IsFinal(this OrderStatus status) => Next[status].Length == 0;

    /// <summary>Whether the venue is known to hold the order.</summary>
    public static bool IsWorking(this OrderStatus status) => status is OrderStatus.Open or OrderStatus.PartiallyFilled;

    /// <summary>Whether it is not known if the venue has the order.</summary>
    public static bool IsInFlight(this OrderStatus status) => status is OrderStatus.Recorded or OrderStatus.Unsettled;

    /// <summary>True also where nothing changes: venues repeat themselves.</summary>
    public static bool CanBecome(this OrderStatus from, OrderStatus to) => from == to || Array.IndexOf(Next[from], to) >= 0;
}
