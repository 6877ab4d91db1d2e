namespace BotCluster.Trading.Risk.Rules;

/// <summary>Brings an entry down to the most that a rule allows.</summary>
/// <remarks>
/// Rules compare quantities with quantities, never margins with margins: what was rounded down to the cap then passes
/// the very same comparison, whatever the last digit of a division was.
/// </remarks>
internal static class Cap
{
    /// <returns>A shrink to whole lots, or a refusal where not even one lot is allowed.</returns>
    public static RiskFinding To(EntryReview entry, decimal mostQuantity, RiskReason reason)
    {
        var quantity = entry.Instrument.FloorQuantity(mostQuantity);
        return quantity.IsZero
            ? new RiskFinding.Refuse(reason)
            : new RiskFinding.Shrink(entry.Intent with { Quantity = quantity }, reason);
    }
}
