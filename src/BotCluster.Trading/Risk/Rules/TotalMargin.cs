namespace BotCluster.Trading.Risk.Rules;

/// <summary>All positions and pending entries together take at most their share of the equity as margin.</summary>
internal sealed class TotalMargin : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        var limit = entry.Limits.MaximumMarginShare;
        var used = entry.View.Account.MarginInUse + entry.View.Pending.Sum(pending => pending.Margin);
        var most = entry.QuantityFor((limit * entry.Equity) - used);
        return entry.Intent.Quantity.Value <= most
            ? null
            : Cap.To(entry, most, new RiskReason.TotalMargin(Ratio.Of(used + entry.Margin, entry.Equity), limit));
    }
}
