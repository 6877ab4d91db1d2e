namespace BotCluster.Trading.Risk.Rules;

/// <summary>A symbol rests for a few candles after its stop was hit.</summary>
internal sealed class Cooldown : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry) => Locks.Find(entry, LockCause.Stop) is { } held
        ? new RiskFinding.Refuse(new RiskReason.Cooldown(held.Symbol, held.Until))
        : null;
}
