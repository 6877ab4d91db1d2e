namespace BotCluster.Trading.Risk.Rules;

/// <summary>A position that is stopped out at its stop costs at most this share of the equity. Usually the rule that binds first.</summary>
/// <remarks>
/// Fees and slippage come on top. What is held of the symbol counts too, but a stop already in profit buys no larger bet.
/// </remarks>
internal sealed class LossAtStop : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        if (HeldLoss(entry) is not { } held)
        {
            return new RiskFinding.Refuse(new RiskReason.Unknown(RiskUnknown.StopOfPosition));
        }

        var limit = entry.Limits.MaximumLossPerTrade;
        var lossOfOne = Math.Abs(entry.EntryPrice - entry.Stop);
        var most = ((limit * entry.Equity) - held) / lossOfOne;
        return entry.Intent.Quantity.Value <= most
            ? null
            : Cap.To(
                entry,
                most,
                new RiskReason.LossAtStop(Ratio.Of(held + (lossOfOne * entry.Intent.Quantity.Value), entry.Equity), limit));
    }

    // The whole position takes over the entry's stop once it fills and has its own until then: the worse of the two.
    private static decimal? HeldLoss(EntryReview entry) => entry.Held switch
    {
        null => 0m,
        { Stop: { } stop } held => Math.Max(0m, -Math.Min(held.UnrealisedAt(stop.Value), held.UnrealisedAt(entry.Stop))),
        _ => null,
    };
}
