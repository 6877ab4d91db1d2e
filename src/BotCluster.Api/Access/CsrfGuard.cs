using BotCluster.Api.Refusals;
using BotCluster.Api.Sessions;
using BotCluster.Ledger.People;

namespace BotCluster.Api.Access;

/// <summary>Refuses what another site made a signed-in page's browser send.</summary>
internal sealed class CsrfGuard(RequestDelegate next, SessionTickets tickets)
{
    public const string Header = "X-CSRF-Token";

    public Task InvokeAsync(HttpContext context)
    {
        var caller = Caller.Of(context.User);
        return caller is not { Session.Kind: SessionKind.Cookie } || IsOurs(context, caller.Session.Id)
            ? next(context)
            : Refuse.Csrf().ExecuteAsync(context);
    }

    private bool IsOurs(HttpContext context, Guid session)
    {
        // SameSite does not tell ports apart, but the origin does: another program on this machine is another origin.
        var request = context.Request;
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsSameHost(origin, request))
        {
            return false;
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return true;
        }

        var sent = request.Headers[Header].ToString();
        return sent.Length > 0 && sent == request.Cookies[PageCookies.Csrf] && tickets.IsCsrf(session, sent);
    }

    private static bool IsSameHost(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
