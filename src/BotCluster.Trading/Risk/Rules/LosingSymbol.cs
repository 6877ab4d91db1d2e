namespace BotCluster.Trading.Risk.Rules;

/// <summary>A symbol whose trades of the last week lost money on the whole takes no entries for a day.</summary>
internal sealed class LosingSymbol : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry) => Locks.Find(entry, LockCause.Losses) is { } held
        ? new RiskFinding.Refuse(new RiskReason.LosingSymbol(held.Symbol, held.Until))
        : null;
}
