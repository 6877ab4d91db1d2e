using BotCluster.Trading.Orders;

namespace BotCluster.Trading.Risk;

/// <summary>One line of the table of risk rules.</summary>
internal interface IRiskRule
{
    /// <returns>Null where the rule has nothing against the entry.</returns>
    RiskFinding? Examine(EntryReview entry);
}

/// <summary>What a rule has against an entry.</summary>
internal abstract record RiskFinding
{
    private RiskFinding()
    {
    }

    /// <param name="To">The entry with less quantity or leverage, which this rule would let through.</param>
    /// <param name="Reason">What was too much.</param>
    public sealed record Shrink(OrderIntent To, RiskReason Reason) : RiskFinding;

    public sealed record Refuse(RiskReason Reason) : RiskFinding;
}
