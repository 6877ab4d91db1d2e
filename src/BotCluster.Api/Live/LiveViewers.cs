using System.Collections.Concurrent;
using BotCluster.Trading.Bots;
using Microsoft.AspNetCore.SignalR;

namespace BotCluster.Api.Live;

/// <summary>Who looks on: which fleets and which bots somebody watches just now. Nobody looking costs nothing.</summary>
internal sealed class LiveViewers
{
    public const int MostBotsEach = 20;

    private readonly ConcurrentDictionary<string, Viewer> _viewers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<BotId, int> _watched = new();

    public bool IsAnybodyThere => !_viewers.IsEmpty;

    public IEnumerable<Viewer> All => _viewers.Values;

    public IReadOnlyCollection<LiveScope> Fleets =>
        [.. _viewers.Values.Where(viewer => viewer.WatchesFleet).Select(viewer => viewer.Scope).Distinct()];

    public void Add(string connection, Viewer viewer) => _viewers[connection] = viewer;

    public Viewer? Find(string connection) => _viewers.GetValueOrDefault(connection);

    public bool IsWatched(BotId bot) => _watched.ContainsKey(bot);

    /// <returns>False where the viewer watches it already, or too many others.</returns>
    public bool Watch(Viewer viewer, BotId bot)
    {
        lock (viewer.Bots)
        {
            if (viewer.Bots.Count >= MostBotsEach || !viewer.Bots.Add(bot))
            {
                return false;
            }
        }

        _watched.AddOrUpdate(bot, 1, (_, count) => count + 1);
        return true;
    }

    public void Unwatch(Viewer viewer, BotId bot)
    {
        lock (viewer.Bots)
        {
            if (!viewer.Bots.Remove(bot))
            {
                return;
            }
        }

        Forget(bot);
    }

    public void Remove(string connection)
    {
        if (!_viewers.TryRemove(connection, out var viewer))
        {
            return;
        }

        lock (viewer.Bots)
        {
            foreach (var bot in viewer.Bots)
            {
                Forget(bot);
            }

            viewer.Bots.Clear();
        }
    }

    private void Forget(BotId bot)
    {
        while (_watched.TryGetValue(bot, out var count))
        {
            if (count > 1 ? _watched.TryUpdate(bot, count - 1, count) : _watched.TryRemove(KeyValuePair.Create(bot, count)))
            {
                return;
            }
        }
    }
}

/// <summary>One connection that looks on.</summary>
internal sealed class Viewer(Guid session, LiveScope scope, HubCallerContext connection)
{
    public Guid Session { get; } = session;

    public LiveScope Scope { get; } = scope;

    public bool WatchesFleet { get; set; }

    /// <summary>The bots it watches; locked by whoever looks into it.</summary>
    public HashSet<BotId> Bots { get; } = [];

    /// <summary>Ends the connection: its session is over.</summary>
    public void Abort() => connection.Abort();
}
