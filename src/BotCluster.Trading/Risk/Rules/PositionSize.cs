using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Risk.Rules;

/// <summary>One position takes at most its share of the equity as margin, what is held of it already included.</summary>
internal sealed class PositionSize : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        var limit = entry.Intent.Direction == Direction.Long
            ? entry.Limits.MaximumLongShare
            : entry.Limits.MaximumShortShare;
        var most = entry.QuantityFor((limit * entry.Equity) - entry.HeldMargin);
        return entry.Intent.Quantity.Value <= most
            ? null
            : Cap.To(entry, most, new RiskReason.PositionSize(Ratio.Of(entry.HeldMargin + entry.Margin, entry.Equity), limit));
    }
}
