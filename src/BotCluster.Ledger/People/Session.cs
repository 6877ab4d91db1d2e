namespace BotCluster.Ledger.People;

/// <summary>How a session proves itself.</summary>
public enum SessionKind
{
    /// <summary>A page, by its cookie.</summary>
    Cookie = 1,

    /// <summary>A program, by its tokens.</summary>
    Bearer = 2,
}

/// <summary>One sign-in that may still be used.</summary>
public sealed record Session
{
    public required Guid Id { get; init; }

    /// <summary>Shared by all sessions that came from one sign-in by refreshing.</summary>
    public required Guid Family { get; init; }

    public required Guid UserId { get; init; }

    public required SessionKind Kind { get; init; }

    /// <summary>Set for a program: what its refresh token hashes to.</summary>
    public byte[]? RefreshHash { get; init; }

    public required string SecurityStamp { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>A session that lives, whose it is, and for which clients.</summary>
public sealed record LiveSession(
    Guid Id,
    Guid Family,
    SessionKind Kind,
    DateTimeOffset ExpiresAt,
    DateTimeOffset LastSeenAt,
    UserAccount User,
    IReadOnlyList<Membership> Memberships);

/// <summary>A person's place at one client.</summary>
public sealed record Membership(Guid TenantId, string TenantName, Role Role);

/// <summary>What came of presenting a refresh token.</summary>
public abstract record RefreshOutcome
{
    private RefreshOutcome()
    {
    }

    public sealed record Rotated : RefreshOutcome;

    /// <summary>Not ours, expired, or of a session that was ended.</summary>
    public sealed record Dead : RefreshOutcome;

    /// <summary>It was used before: somebody has a copy, so the whole family was ended.</summary>
    public sealed record Reused(Guid UserId) : RefreshOutcome;
}
