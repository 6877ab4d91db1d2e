using BotCluster.Api.Refusals;
using BotCluster.Ledger.People;

namespace BotCluster.Api.Sessions;

/// <summary>Opens, renews and ends sessions.</summary>
internal sealed class SessionDesk(SessionStore store, LiveSessions live, SessionTickets tickets, TimeProvider clock)
{
    private static readonly TimeSpan PageLifetime = TimeSpan.FromDays(7);
    private static readonly TimeSpan ProgramLifetime = TimeSpan.FromDays(30);

    public async Task<Session> OpenPageAsync(UserAccount user, CancellationToken cancellationToken)
    {
        var session = New(SessionKind.Cookie, user.Id, user.SecurityStamp) with { ExpiresAt = clock.GetUtcNow() + PageLifetime };
        await store.OpenAsync(session, cancellationToken);
        return session;
    }

    public async Task<Tokens> OpenProgramAsync(UserAccount user, CancellationToken cancellationToken)
    {
        var refresh = Secrets.New();
        var session = New(SessionKind.Bearer, user.Id, user.SecurityStamp) with { RefreshHash = Secrets.HashOf(refresh) };
        await store.OpenAsync(session, cancellationToken);
        return TokensOf(session, refresh);
    }

    public async Task<Attempt<Tokens>> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var refresh = Secrets.New();
        Session? renewed = null;
        var outcome = await store.RotateAsync(
            Secrets.HashOf(refreshToken),
            clock.GetUtcNow(),
            old => renewed = New(SessionKind.Bearer, old.UserId, old.SecurityStamp) with
            {
                Family = old.Family,
                RefreshHash = Secrets.HashOf(refresh),
            },
            cancellationToken);
        if (outcome is RefreshOutcome.Reused reused)
        {
            live.ForgetUser(reused.UserId);
        }

        return outcome is RefreshOutcome.Rotated && renewed is not null ? TokensOf(renewed, refresh) : Ended();
    }

    /// <summary>Ends a sign-in with all that came of it by refreshing.</summary>
    public async Task EndAsync(LiveSession session, CancellationToken cancellationToken)
    {
        await store.EndAsync(session.Family, clock.GetUtcNow(), cancellationToken);
        live.ForgetUser(session.User.Id);
    }

    private Session New(SessionKind kind, Guid user, string stamp)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        return new Session
        {
            Id = id,
            Family = id,
            UserId = user,
            Kind = kind,
            SecurityStamp = stamp,
            CreatedAt = now,
            ExpiresAt = now + ProgramLifetime,
        };
    }

    private Tokens TokensOf(Session session, string refresh)
    {
        var expires = session.CreatedAt + SessionTickets.AccessLifetime;
        return new Tokens(tickets.Access(session.Id, expires), refresh, expires);
    }

    private static Refusal Ended() => new(
        StatusCodes.Status401Unauthorized, "session-ended", "This refresh token is not valid, or was used before; sign in again.");
}

/// <summary>What a program gets when it signs in.</summary>
/// <param name="AccessToken">For the Authorization header, for 15 minutes.</param>
/// <param name="RefreshToken">To be exchanged for new tokens, once.</param>
/// <param name="ExpiresAt">When the access token ends.</param>
internal sealed record Tokens(string AccessToken, string RefreshToken, DateTimeOffset ExpiresAt);
