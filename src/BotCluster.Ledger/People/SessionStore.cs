using Dapper;
using Npgsql;

namespace BotCluster.Ledger.People;

/// <summary>Who is signed in. A session lives while its row does, its time runs, and its user's stamp is the one it began with.</summary>
public sealed class SessionStore(NpgsqlDataSource source)
{
    private const string Insert = """
        insert into sessions (id, family, user_id, kind, refresh_hash, security_stamp, created_at, expires_at, last_seen_at)
        values (@Id, @Family, @UserId, @Kind, @RefreshHash, @SecurityStamp, @CreatedAt, @ExpiresAt, @CreatedAt)
        """;

    public Task OpenAsync(Session session, CancellationToken cancellationToken) =>
        source.RunAsync(Insert, Arguments(session), cancellationToken);

    /// <returns>Null where no such session lives.</returns>
    public async Task<LiveSession?> FindLiveAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string live = """
            select s.id, s.family, s.kind, s.expires_at, s.last_seen_at, s.user_id, u.email, u.display_name,
                   u.security_stamp, u.platform_admin, u.created_at
            from sessions s join users u on u.id = s.user_id
            where s.id = @id and s.revoked_at is null and s.expires_at > @now and s.security_stamp = u.security_stamp
            """;
        const string places = """
            select m.tenant_id, t.name, m.role from sessions s
            join memberships m on m.user_id = s.user_id join tenants t on t.id = m.tenant_id
            where s.id = @id order by lower(t.name), t.id
            """;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        if (await connection.QuerySingleOrDefaultAsync<Row>(Statement.Of(live, new { id, now }, cancellationToken)) is not { } row)
        {
            return null;
        }

        var memberships = await connection.QueryAsync<Place>(Statement.Of(places, new { id }, cancellationToken));
        return row.Live([.. memberships.Select(place => new Membership(place.Tenant_Id, place.Name, Enum.Parse<Role>(place.Role)))]);
    }

    public Task TouchAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) => source.RunAsync(
        "update sessions set last_seen_at = @now where id = @id and last_seen_at < @now", new { id, now }, cancellationToken);

    /// <summary>Puts a new session in the place of the one whose refresh token was presented, once.</summary>
    /// <param name="refreshHash">What the token hashes to.</param>
    /// <param name="now">The instant of asking.</param>
    /// <param name="next">Makes the new session out of the old one's family, user and stamp.</param>
    /// <param name="cancellationToken">To give up.</param>
    public async Task<RefreshOutcome> RotateAsync(
        byte[] refreshHash, DateTimeOffset now, Func<RefreshedSession, Session> next, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var outcome = await RotateAsync(connection, transaction, refreshHash, now, next, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    public Task EndAsync(Guid family, DateTimeOffset now, CancellationToken cancellationToken) => source.RunAsync(
        "update sessions set revoked_at = @now where family = @family and revoked_at is null", new { family, now }, cancellationToken);

    /// <summary>Lets one session outlive a change of its user's stamp, which ends all others.</summary>
    public Task RestampAsync(Guid id, string securityStamp, CancellationToken cancellationToken) => source.RunAsync(
        "update sessions set security_stamp = @securityStamp where id = @id", new { id, securityStamp }, cancellationToken);

    /// <summary>Ends all sessions of a user.</summary>
    public Task EndAllAsync(Guid user, DateTimeOffset now, CancellationToken cancellationToken) => source.RunAsync(
        "update sessions set revoked_at = @now where user_id = @user and revoked_at is null", new { user, now }, cancellationToken);

    /// <summary>Housekeeping: forgets sessions that have been over for long.</summary>
    public Task<int> SweepAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        source.RunAsync("delete from sessions where expires_at < @before", new { before }, cancellationToken);

    private static async Task<RefreshOutcome> RotateAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        byte[] refreshHash,
        DateTimeOffset now,
        Func<RefreshedSession, Session> next,
        CancellationToken cancellationToken)
    {
        // The lock makes two that present one token at once take turns, and the second one sees that it was used.
        const string presented = """
            select s.id, s.family, s.user_id, s.expires_at > @now as is_valid, s.replaced_by is not null as is_replaced,
                   s.revoked_at is not null or s.security_stamp <> u.security_stamp as is_ended, s.security_stamp
            from sessions s join users u on u.id = s.user_id where s.refresh_hash = @refreshHash for update of s
            """;
        var old = await connection.QuerySingleOrDefaultAsync<Presented>(
            Statement.Of(presented, new { refreshHash, now }, cancellationToken, transaction));
        if (old is { Is_Replaced: true, Is_Ended: false })
        {
            const string end = "update sessions set revoked_at = @now where family = @Family and revoked_at is null";
            await connection.ExecuteAsync(Statement.Of(end, new { old.Family, now }, cancellationToken, transaction));
            return new RefreshOutcome.Reused(old.User_Id);
        }

        if (old is not { Is_Valid: true, Is_Ended: false })
        {
            return new RefreshOutcome.Dead();
        }

        var session = next(new RefreshedSession(old.Family, old.User_Id, old.Security_Stamp));
        await connection.ExecuteAsync(Statement.Of(Insert, Arguments(session), cancellationToken, transaction));
        const string replace = "update sessions set replaced_by = @New, last_seen_at = @now where id = @Id";
        await connection.ExecuteAsync(Statement.Of(replace, new { New = session.Id, now, old.Id }, cancellationToken, transaction));
        return new RefreshOutcome.Rotated();
    }

    private static object Arguments(Session session) => new
    {
        session.Id,
        session.Family,
        session.UserId,
        Kind = session.Kind.ToString(),
        session.RefreshHash,
        session.SecurityStamp,
        session.CreatedAt,
        session.ExpiresAt,
    };

    private sealed record Presented(
        Guid Id, Guid Family, Guid User_Id, bool Is_Valid, bool Is_Replaced, bool Is_Ended, string Security_Stamp);

    private sealed record Place(Guid Tenant_Id, string Name, string Role);

    private sealed record Row(
        Guid Id,
        Guid Family,
        string Kind,
        DateTime Expires_At,
        DateTime Last_Seen_At,
        Guid User_Id,
        string Email,
        string Display_Name,
        string Security_Stamp,
        bool Platform_Admin,
        DateTime Created_At)
    {
        public LiveSession Live(IReadOnlyList<Membership> memberships)
        {
            var user = new UserAccount
            {
                Id = User_Id,
                Email = Email,
                DisplayName = Display_Name,
                SecurityStamp = Security_Stamp,
                IsPlatformAdmin = Platform_Admin,
                CreatedAt = Statement.Instant(Created_At),
            };
            return new LiveSession(
                Id,
                Family,
                Enum.Parse<SessionKind>(Kind),
                Statement.Instant(Expires_At),
                Statement.Instant(Last_Seen_At),
                user,
                memberships);
        }
    }
}

/// <summary>What a new session inherits from the one it replaces.</summary>
public sealed record RefreshedSession(Guid Family, Guid UserId, string SecurityStamp);
