using BotCluster.Ledger.People;

namespace BotCluster.Api.Sessions;

/// <summary>The page's two cookies: one that scripts cannot read, and one that they send back to prove they are ours.</summary>
internal static class PageCookies
{
    public const string Session = "bc_session";
    public const string Csrf = "bc_csrf";

    public static void Set(HttpContext context, Session session, SessionTickets tickets)
    {
        var isSecure = context.Request.IsHttps;
        context.Response.Cookies.Append(Session, tickets.Cookie(session.Id), Options(isSecure, isHidden: true, session.ExpiresAt));
        context.Response.Cookies.Append(Csrf, tickets.Csrf(session.Id), Options(isSecure, isHidden: false, session.ExpiresAt));
    }

    public static void Clear(HttpContext context)
    {
        context.Response.Cookies.Delete(Session, Options(context.Request.IsHttps, isHidden: true, null));
        context.Response.Cookies.Delete(Csrf, Options(context.Request.IsHttps, isHidden: false, null));
    }

    private static CookieOptions Options(bool isSecure, bool isHidden, DateTimeOffset? expires) => new()
    {
        HttpOnly = isHidden,
        Secure = isSecure,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        Expires = expires,
        IsEssential = true,
    };
}
