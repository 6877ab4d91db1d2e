namespace BotCluster.Trading.Risk.Rules;

/// <summary>Looks up whether a symbol takes no entries.</summary>
internal static class Locks
{
    public static SymbolLock? Find(EntryReview entry, LockCause cause) => entry.View.Counters.Locks.Find(
        held => held.Symbol == entry.Intent.Symbol && held.Cause == cause && held.Until > entry.View.Now);
}
