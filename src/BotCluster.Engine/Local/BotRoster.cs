using System.Collections.Concurrent;
using BotCluster.Trading.Bots;

namespace BotCluster.Engine.Local;

/// <summary>All bots of the engine, by id and in the order of their numbers.</summary>
internal sealed class BotRoster
{
    private readonly ConcurrentDictionary<BotId, BotSlot> _byId = new();
    private readonly List<BotSlot> _ordered = [];
    private BotSlot[]? _snapshot = [];

    public int Count => _byId.Count;

    public BotSlot? Find(BotId id) => _byId.GetValueOrDefault(id);

    /// <summary>Puts a bot in its place.</summary>
    /// <returns>The bot that is there: the given one, or the one that came before it under the same id.</returns>
    public BotSlot Add(BotSlot slot)
    {
        var there = _byId.GetOrAdd(slot.Definition.Id, slot);
        if (there != slot)
        {
            return there;
        }

        lock (_ordered)
        {
            // Numbers mostly come in order, so the place is mostly the end.
            var index = _ordered.Count;
            while (index > 0 && _ordered[index - 1].Definition.Number > slot.Definition.Number)
            {
                index--;
            }

            _ordered.Insert(index, slot);
            _snapshot = null;
        }

        return slot;
    }

    /// <summary>Takes away a bot that never came to be.</summary>
    public void Remove(BotSlot slot)
    {
        _byId.TryRemove(slot.Definition.Id, out _);
        lock (_ordered)
        {
            _ordered.Remove(slot);
            _snapshot = null;
        }
    }

    /// <summary>The bots as they stand now, by their numbers. Not to be changed.</summary>
    public BotSlot[] Ordered()
    {
        lock (_ordered)
        {
            return _snapshot ??= [.. _ordered];
        }
    }
}
