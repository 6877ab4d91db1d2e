namespace BotCluster.Trading.Orders;

/// <summary>An intent that every risk rule let through. Venues accept nothing else.</summary>
/// <remarks>Only the risk gate makes one: the compiler lets nobody outside this assembly, and a test nobody inside.</remarks>
public sealed record ApprovedOrder
{
    internal ApprovedOrder(OrderIntent intent) => Intent = intent;

    public OrderIntent Intent { get; }
}
