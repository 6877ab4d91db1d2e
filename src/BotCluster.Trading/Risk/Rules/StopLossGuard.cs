namespace BotCluster.Trading.Risk.Rules;

/// <summary>After several stops in a short time the bot takes no entries for a while: its market has changed.</summary>
internal sealed class StopLossGuard : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry) => entry.View.Counters.PausedUntil is { } until && until > entry.View.Now
        ? new RiskFinding.Refuse(new RiskReason.StopLossGuard(until))
        : null;
}
