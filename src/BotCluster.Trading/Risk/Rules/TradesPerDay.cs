namespace BotCluster.Trading.Risk.Rules;

/// <summary>At most so many entries in a UTC day.</summary>
internal sealed class TradesPerDay : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        var (trades, limit) = (entry.View.Counters.TradesToday, entry.Limits.MaximumTradesPerDay);
        return trades < limit ? null : new RiskFinding.Refuse(new RiskReason.TradesPerDay(trades, limit));
    }
}
