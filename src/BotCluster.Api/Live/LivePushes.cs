using BotCluster.Api.Access;
using BotCluster.Api.Bots;
using BotCluster.Api.Fleet;
using BotCluster.Api.Sessions;
using BotCluster.Engine;
using BotCluster.Ledger.Queries;
using BotCluster.Trading.Ports;
using Microsoft.AspNetCore.SignalR;

namespace BotCluster.Api.Live;

/// <summary>Makes the messages of one push: each once for all who see the same.</summary>
internal sealed class LivePushes(
    IHubContext<LiveHub> hub, LiveViewers viewers, FleetView fleet, BotQueries bots, LiveSessions sessions)
{
    private const int MostBots = 500;

    public async Task PushAsync(LiveQueue queue, CancellationToken cancellationToken)
    {
        var changed = queue.TakeChanged(MostBots);
        var pictures = await PicturesAsync(changed, cancellationToken);
        foreach (var scope in viewers.Fleets)
        {
            var viewersOfScope = hub.Clients.Group(scope.Key);
            await viewersOfScope.SendAsync("fleet", await fleet.SumAsync(scope.Clients, cancellationToken), cancellationToken);
            var seen = pictures.Where(picture => scope.Covers(picture.Row.Definition.Tenant))
                .Select(picture => picture.Summary(null)).ToList();
            if (seen.Count > 0)
            {
                await viewersOfScope.SendAsync("bots", seen, cancellationToken);
            }
        }

        foreach (var picture in pictures.Where(picture => viewers.IsWatched(picture.Row.Definition.Id)))
        {
            var push = BotPush.Of(picture, queue.TakeFacts(picture.Row.Definition.Id));
            await hub.Clients.Group(LiveHub.GroupOf(picture.Row.Definition.Id)).SendAsync("bot", push, cancellationToken);
        }

        await PushAlertsAsync(queue.TakeAlerts(), cancellationToken);
    }

    /// <summary>Ends the connections of sessions that are over, or that may see something else by now.</summary>
    public async Task CheckSessionsAsync(CancellationToken cancellationToken)
    {
        foreach (var viewer in viewers.All)
        {
            var session = await sessions.FindAsync(viewer.Session, cancellationToken);
            if (session is null || LiveScope.Of(new Caller(session)) != viewer.Scope)
            {
                viewer.Abort();
            }
        }
    }

    private async Task<IReadOnlyList<BotPicture>> PicturesAsync(IReadOnlyList<BotEvent> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
        {
            return [];
        }

        var now = changed.ToDictionary(committed => committed.Definition.Id, committed => committed.Snapshot);
        var rows = await bots.FindManyAsync(TenantScope.All, now.Keys, cancellationToken);
        return [.. rows.Select(row => new BotPicture(row, now[row.Definition.Id]))];
    }

    private async Task PushAlertsAsync(
        IReadOnlyList<(BotDefinition Bot, string Name, BotAlert Alert)> alerts, CancellationToken cancellationToken)
    {
        foreach (var (bot, name, alert) in alerts)
        {
            foreach (var scope in viewers.Fleets.Where(scope => scope.Covers(bot.Tenant)))
            {
                await hub.Clients.Group(scope.Key).SendAsync("alert", Alert.Of(bot, name, alert), cancellationToken);
            }
        }
    }
}
