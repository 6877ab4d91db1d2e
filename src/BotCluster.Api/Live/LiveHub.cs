using BotCluster.Api.Access;
using BotCluster.Ledger.People;
using BotCluster.Trading.Bots;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace BotCluster.Api.Live;

/// <summary>The live connection of a page or a program. It hears only of what its session may see.</summary>
[Authorize]
internal sealed class LiveHub(LiveViewers viewers, LiveFeed feed, Doors doors) : Hub
{
    public override Task OnConnectedAsync()
    {
        var caller = CallerOf(Context);
        viewers.Add(Context.ConnectionId, new Viewer(caller.Session.Id, LiveScope.Of(caller), Context));
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        viewers.Remove(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Sums of all bots, and those that changed, at most once a second.</summary>
    public async Task WatchFleet()
    {
        if (viewers.Find(Context.ConnectionId) is { } viewer)
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, viewer.Scope.Key, Context.ConnectionAborted);
            viewer.WatchesFleet = true;
            feed.Refresh();
        }
    }

    /// <summary>All that happens to one bot.</summary>
    public async Task WatchBot(Guid botId)
    {
        var found = await doors.BotAsync(CallerOf(Context), botId, Role.Viewer, Context.ConnectionAborted);
        if (found is not Refusals.Attempt<Ledger.Queries.BotRow>.Done)
        {
            throw new HubException("There is no such bot, or it is not yours.");
        }

        if (viewers.Find(Context.ConnectionId) is { } viewer)
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(new BotId(botId)), Context.ConnectionAborted);
            viewers.Watch(viewer, new BotId(botId));
            feed.Refresh();
        }
    }

    public async Task UnwatchBot(Guid botId)
    {
        await Groups.RemoveFromGroupAsync(Context.ConnectionId, GroupOf(new BotId(botId)), Context.ConnectionAborted);
        if (viewers.Find(Context.ConnectionId) is { } viewer)
        {
            viewers.Unwatch(viewer, new BotId(botId));
        }
    }

    internal static string GroupOf(BotId bot) => $"bot:{bot}";

    private static Caller CallerOf(HubCallerContext context) =>
        Caller.Of(context.User!) ?? throw new HubException("Sign in first.");
}
