using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Decisions;

/// <summary>Whether a symbol has room for an entry at all, so that a mode need not propose what risk would refuse candle by candle.</summary>
internal readonly struct EntryRoom(RiskLimits limits)
{
    private readonly int _entries = limits.Pyramid is null ? 1 : PyramidLimits.MostEntries;

    public bool IsThere(SymbolView symbol, Direction direction)
    {
        if (symbol.HasPendingEntry || (direction == Direction.Short && !symbol.CanShort))
        {
            return false;
        }

        return symbol.Position is not { } position || (position.Direction == direction && position.Entries < _entries);
    }
}
