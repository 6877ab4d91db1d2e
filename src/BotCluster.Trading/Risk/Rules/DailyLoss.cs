namespace BotCluster.Trading.Risk.Rules;

/// <summary>No entries for the rest of the UTC day once it lost its limit, open positions included.</summary>
/// <remarks>It holds until the next day even where the loss is won back: a day like that is no day for new bets.</remarks>
internal sealed class DailyLoss : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        var counters = entry.View.Counters;
        if (counters.DayStartEquity is not { } start || counters.Day != DateOnly.FromDateTime(entry.View.Now.UtcDateTime))
        {
            return new RiskFinding.Refuse(new RiskReason.Unknown(RiskUnknown.DayStartEquity));
        }

        var loss = start - entry.Equity;
        return loss < entry.Limits.MaximumDailyLoss && !counters.DailyLossReached
            ? null
            : new RiskFinding.Refuse(new RiskReason.DailyLoss(loss, entry.Limits.MaximumDailyLoss));
    }
}
