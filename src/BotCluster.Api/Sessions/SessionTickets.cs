using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace BotCluster.Api.Sessions;

/// <summary>What programs and pages carry to prove their session: sealed, and worth nothing once the session's row is gone.</summary>
internal sealed class SessionTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _access = protection.CreateProtector("BotCluster.Access.v1");
    private readonly IDataProtector _cookie = protection.CreateProtector("BotCluster.Cookie.v1");
    private readonly IDataProtector _csrf = protection.CreateProtector("BotCluster.Csrf.v1");

    public string Access(Guid session, DateTimeOffset expiresAt) =>
        _access.Protect(FormattableString.Invariant($"{session:N}.{expiresAt.ToUnixTimeSeconds()}"));

    /// <returns>Null for a token that is forged, expired or for something else.</returns>
    public Guid? OpenAccess(string token)
    {
        var parts = Open(_access, token)?.Split('.') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[1], out var expires)
            && clock.GetUtcNow().ToUnixTimeSeconds() < expires
            && Guid.TryParseExact(parts[0], "N", out var session)
                ? session
                : null;
    }

    public string Cookie(Guid session) => _cookie.Protect(session.ToString("N"));

    public Guid? OpenCookie(string value) =>
        Open(_cookie, value) is { } text && Guid.TryParseExact(text, "N", out var session) ? session : null;

    /// <summary>Bound to the session, so that a value planted by another site of the same host is worth nothing.</summary>
    public string Csrf(Guid session) => _csrf.Protect(session.ToString("N"));

    public bool IsCsrf(Guid session, string value) => Open(_csrf, value) == session.ToString("N");

    private static string? Open(IDataProtector protector, string sealedText)
    {
        try
        {
            return sealedText.Length is > 0 and < 1000 ? protector.Unprotect(sealedText) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
