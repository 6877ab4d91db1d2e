namespace BotCluster.Trading.Risk.Rules;

/// <summary>An entry must be large enough for the venue, and to be worth its fees.</summary>
internal sealed class MinimumOrder : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        var minimum = Math.Max(entry.Limits.MinimumOrder, entry.Instrument.MinimumNotional);
        return entry.Notional >= minimum
            ? null
            : new RiskFinding.Refuse(new RiskReason.MinimumOrder(entry.Notional, minimum));
    }
}
