using BotCluster.Engine.Running;
using BotCluster.Trading.Ports;
using Microsoft.Extensions.Logging;

namespace BotCluster.Engine.Local;

/// <summary>Tells the sums and the observers what became durable, once a turn and between turns.</summary>
internal sealed class Announcer(MarketClock clock, BotRoster roster, Fleet fleet, ILogger log)
{
    private IBotObserver[] _observers = [];

    /// <summary>Hears of each commit while its turn still runs.</summary>
    public void Committed(BotRunner runner, IReadOnlyList<Fact> facts)
    {
        if (roster.Find(runner.Definition.Id) is { } slot)
        {
            (slot.Unannounced ??= new List<Fact>(facts.Count)).AddRange(facts);
        }
    }

    /// <summary>Called at the end of a turn, inside the gate.</summary>
    public void Announce(BotSlot slot)
    {
        if (slot.Unannounced is not { } facts)
        {
            return;
        }

        Fleet.Count(slot, facts);
        fleet.Take(slot);
        slot.Unannounced = null;
        var observers = Volatile.Read(ref _observers);
        if (observers.Length == 0 || slot.Runner is not { } runner)
        {
            return;
        }

        var snapshot = BotSnapshots.Of(runner, slot.Trouble, clock.Now ?? slot.Definition.CreatedAt);
        var committed = new BotEvent(slot.Definition, snapshot, facts);
        foreach (var observer in observers)
        {
            Tell(observer, committed);
        }
    }

    public IDisposable Add(IBotObserver observer)
    {
        lock (roster)
        {
            Volatile.Write(ref _observers, [.. _observers, observer]);
        }

        return new Subscription(this, observer);
    }

    private void Remove(IBotObserver observer)
    {
        lock (roster)
        {
            Volatile.Write(ref _observers, [.. _observers.Where(other => other != observer)]);
        }
    }

    // An observer that fails must not make the bot fail that it watches.
    private void Tell(IBotObserver observer, BotEvent committed)
    {
        try
        {
            observer.OnCommitted(committed);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            log.LogError(failure, "{Observer} failed on a step of bot {Bot}.", observer.GetType().Name, committed.Definition.Id);
        }
    }

    private sealed class Subscription(Announcer announcer, IBotObserver observer) : IDisposable
    {
        public void Dispose() => announcer.Remove(observer);
    }
}
