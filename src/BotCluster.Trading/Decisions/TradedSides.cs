namespace BotCluster.Trading.Decisions;

/// <summary>Which directions a mode may take. Shorts are taken only where the venue offers them.</summary>
public enum TradedSides
{
    Long = 1,
    Short = 2,
    Both = 3,
}
