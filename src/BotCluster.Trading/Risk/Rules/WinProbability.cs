namespace BotCluster.Trading.Risk.Rules;

/// <summary>Where it is set: the bot must have won this share of its trades of the last 90 days, once 20 are known.</summary>
internal sealed class WinProbability : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        if (entry.Limits.MinimumWinProbability is not { } minimum)
        {
            return null;
        }

        var record = TradeRecord.Of(entry.View.Counters.Outcomes, entry.View.Now);
        return !record.IsTelling || record.Wins >= minimum * record.Trades
            ? null
            : new RiskFinding.Refuse(new RiskReason.WinProbability(record.WinRate, minimum, record.Trades));
    }
}
