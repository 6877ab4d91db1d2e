using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using BotCluster.Api.Refusals;
using BotCluster.Api.Sessions;
using BotCluster.Ledger.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotCluster.Api.Access;

/// <summary>Recognises a program by its bearer token and a page by its cookie, as long as the session's row lives.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    SessionTickets tickets,
    LiveSessions sessions) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var (id, kind) = Presented();
        if (id is null)
        {
            return AuthenticateResult.NoResult();
        }

        var session = await sessions.FindAsync(id.Value, Context.RequestAborted);
        if (session is null || session.Kind != kind)
        {
            return AuthenticateResult.Fail("The session is over.");
        }

        var principal = new ClaimsPrincipal(new CallerIdentity(new Caller(session)));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return ProblemWriter.WriteAsync(Context, Refuse.NoSession());
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ProblemWriter.WriteAsync(Context, Refuse.Forbidden("another role"));

    private (Guid? Session, SessionKind Kind) Presented()
    {
        // A program that sends a token means it: a cookie beside it does not count.
        if (Request.Headers.Authorization.Count > 0)
        {
            var isBearer = AuthenticationHeaderValue.TryParse(Request.Headers.Authorization.ToString(), out var header)
                && string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase);
            return (isBearer ? tickets.OpenAccess(header!.Parameter ?? "") : null, SessionKind.Bearer);
        }

        return (Request.Cookies[PageCookies.Session] is { } cookie ? tickets.OpenCookie(cookie) : null, SessionKind.Cookie);
    }
}
