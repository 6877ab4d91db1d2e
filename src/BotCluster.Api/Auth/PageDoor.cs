using BotCluster.Api.Sessions;
using BotCluster.Ledger.People;

namespace BotCluster.Api.Auth;

/// <summary>Lets a page in: a session, its cookies, and who is there now.</summary>
internal sealed class PageDoor(SessionDesk desk, LiveSessions sessions, SessionTickets tickets)
{
    public async Task<PageSignIn> OpenAsync(UserAccount user, HttpContext context)
    {
        var session = await desk.OpenPageAsync(user, context.RequestAborted);
        PageCookies.Set(context, session, tickets);
        var live = await sessions.FindAsync(session.Id, context.RequestAborted)
            ?? throw new InvalidOperationException("A session that was just opened is not there.");
        return new PageSignIn(Me.Of(live.User, live.Memberships));
    }
}
