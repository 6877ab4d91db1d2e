using BotCluster.Trading.Orders;

namespace BotCluster.Trading.Risk;

/// <summary>What the gate says of an intent.</summary>
public abstract record RiskVerdict
{
    private RiskVerdict()
    {
    }

    /// <param name="Order">The order that may be sent; smaller than the intent where rules shrank it.</param>
    /// <param name="Shrinks">Why it is smaller, in the order it happened; empty where it is not.</param>
    public sealed record Approved(ApprovedOrder Order, IReadOnlyList<RiskReason> Shrinks) : RiskVerdict;

    public sealed record Refused(RiskReason Reason) : RiskVerdict;
}
