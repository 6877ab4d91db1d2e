using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Risk.Rules;

/// <summary>An entry is paid from cash that is there: profit on paper counts as equity but buys nothing.</summary>
/// <remarks>
/// What the rule on total margin keeps out of use is kept back in cash here too: fees and slippage are paid from it.
/// On spot a position has already been paid for; on a perpetual its margin is still among the cash.
/// </remarks>
internal sealed class AvailableCash : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        var account = entry.View.Account;
        var claimed = entry.View.Pending.Sum(pending => pending.Margin)
            + account.Positions.Where(held => held.Symbol.Kind == MarketKind.Perpetual).Sum(held => held.Margin);
        var available = account.Cash - claimed - ((1m - entry.Limits.MaximumMarginShare) * entry.Equity);
        var most = entry.QuantityFor(available);
        return entry.Intent.Quantity.Value <= most
            ? null
            : Cap.To(entry, most, new RiskReason.Cash(entry.Margin, Math.Max(0m, available)));
    }
}
