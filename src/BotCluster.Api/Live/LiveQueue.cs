using System.Collections.Concurrent;
using BotCluster.Engine;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Api.Live;

/// <summary>What happened to bots since the last push. Takes events at once and never grows without end.</summary>
/// <remarks>
/// Of a bot only its latest state is kept, so there is at most one entry a bot; facts only of bots that somebody
/// watches, the newest of them where there are very many. Whoever lost some reads them by the API.
/// </remarks>
internal sealed class LiveQueue
{
    private const int MostFacts = 500;
    private const int MostAlerts = 500;

    private readonly ConcurrentDictionary<BotId, BotEvent> _changed = new();
    private readonly ConcurrentDictionary<BotId, Queue<Fact>> _facts = new();
    private readonly ConcurrentQueue<(BotDefinition Bot, string Name, BotAlert Alert)> _alerts = new();

    public bool IsEmpty => _changed.IsEmpty && _alerts.IsEmpty;

    public void Put(BotEvent committed, bool isWatched)
    {
        _changed[committed.Definition.Id] = committed;
        if (isWatched)
        {
            var facts = _facts.GetOrAdd(committed.Definition.Id, _ => new Queue<Fact>());
            lock (facts)
            {
                foreach (var fact in committed.Facts)
                {
                    facts.Enqueue(fact);
                }

                while (facts.Count > MostFacts)
                {
                    facts.Dequeue();
                }
            }
        }

        foreach (var raised in committed.Facts.OfType<Fact.AlertRaised>())
        {
            _alerts.Enqueue((committed.Definition, committed.Snapshot.Settings.Name, raised.Alert));
            while (_alerts.Count > MostAlerts)
            {
                _alerts.TryDequeue(out _);
            }
        }
    }

    /// <summary>Takes up to so many changed bots out; the others wait for the next push.</summary>
    public IReadOnlyList<BotEvent> TakeChanged(int most)
    {
        var taken = new List<BotEvent>();
        foreach (var bot in _changed.Keys)
        {
            if (taken.Count >= most)
            {
                break;
            }

            if (_changed.TryRemove(bot, out var latest))
            {
                taken.Add(latest);
            }
        }

        return taken;
    }

    public IReadOnlyList<Fact> TakeFacts(BotId bot)
    {
        if (!_facts.TryRemove(bot, out var facts))
        {
            return [];
        }

        lock (facts)
        {
            return [.. facts];
        }
    }

    public IReadOnlyList<(BotDefinition Bot, string Name, BotAlert Alert)> TakeAlerts()
    {
        var taken = new List<(BotDefinition, string, BotAlert)>();
        while (taken.Count < MostAlerts && _alerts.TryDequeue(out var alert))
        {
            taken.Add(alert);
        }

        return taken;
    }

    /// <summary>Nobody looks on: nothing is kept.</summary>
    public void Clear()
    {
        _changed.Clear();
        _facts.Clear();
        _alerts.Clear();
    }
}
