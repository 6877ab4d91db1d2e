namespace BotCluster.Trading.Risk.Rules;

/// <summary>An entry with a target must stand to win enough for what it stands to lose.</summary>
internal sealed class RewardToRisk : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        if (entry.TargetDistance is not { } reward)
        {
            return null;
        }

        var minimum = entry.Limits.HasTradeFilter
            ? Math.Max(entry.Limits.MinimumRewardToRisk, entry.Limits.MinimumRewardToRiskFiltered)
            : entry.Limits.MinimumRewardToRisk;

        // Multiplied out, because a quotient of round prices need not be round.
        return reward >= minimum * entry.StopDistance
            ? null
            : new RiskFinding.Refuse(new RiskReason.RewardToRisk(reward / entry.StopDistance, minimum));
    }
}
