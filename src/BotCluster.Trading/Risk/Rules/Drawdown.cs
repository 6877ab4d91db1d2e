namespace BotCluster.Trading.Risk.Rules;

/// <summary>No entries while the equity is as far below its peak as the bot is allowed to fall.</summary>
internal sealed class Drawdown : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        if (DrawdownWatch.ShareOf(entry.View.Counters, entry.Equity) is not { } share)
        {
            return new RiskFinding.Refuse(new RiskReason.Unknown(RiskUnknown.PeakEquity));
        }

        return share < entry.Limits.MaximumDrawdown
            ? null
            : new RiskFinding.Refuse(new RiskReason.Drawdown(share, entry.Limits.MaximumDrawdown));
    }
}
