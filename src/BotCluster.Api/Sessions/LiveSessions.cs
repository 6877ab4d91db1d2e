using System.Collections.Concurrent;
using BotCluster.Ledger.People;

namespace BotCluster.Api.Sessions;

/// <summary>Says which sessions live, asking the ledger at most every few seconds for each.</summary>
internal sealed class LiveSessions(SessionStore store, TimeProvider clock)
{
    /// <summary>How long a session that another process ended may still be believed.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);

    /// <summary>A page that nobody used for so long has to sign in again.</summary>
    public static readonly TimeSpan PageIdle = TimeSpan.FromHours(12);

    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(5);
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<Guid, Seen> _seen = new();

    public async ValueTask<LiveSession?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_seen.TryGetValue(id, out var seen) && now - seen.At < Freshness)
        {
            return seen.Session;
        }

        var session = await store.FindLiveAsync(id, now, cancellationToken);
        if (session is { Kind: SessionKind.Cookie } && now - session.LastSeenAt > PageIdle)
        {
            session = null;
        }

        if (session is not null && now - session.LastSeenAt > TouchEvery)
        {
            await store.TouchAsync(id, now, cancellationToken);
        }

        Keep(id, new Seen(session, now));
        return session;
    }

    /// <summary>Forgets what is known, so that an end or a change of rights counts at once.</summary>
    public void ForgetUser(Guid user)
    {
        foreach (var (id, seen) in _seen)
        {
            if (seen.Session?.User.Id == user)
            {
                _seen.TryRemove(id, out _);
            }
        }
    }

    private void Keep(Guid id, Seen seen)
    {
        if (_seen.Count >= MostKept)
        {
            foreach (var (old, kept) in _seen)
            {
                if (seen.At - kept.At > Freshness)
                {
                    _seen.TryRemove(old, out _);
                }
            }
        }

        if (_seen.Count < MostKept)
        {
            _seen[id] = seen;
        }
    }

    private sealed record Seen(LiveSession? Session, DateTimeOffset At);
}
