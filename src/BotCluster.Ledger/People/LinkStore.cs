using Dapper;
using Npgsql;

namespace BotCluster.Ledger.People;

/// <summary>What a one-time link is for.</summary>
public enum LinkPurpose
{
    SetPassword = 1,
    Invite = 2,
}

/// <summary>Whether a one-time link can still be used, and for whom.</summary>
public abstract record LinkState
{
    private LinkState()
    {
    }

    public sealed record Open(UserAccount User) : LinkState;

    public sealed record Used : LinkState;

    public sealed record Expired : LinkState;

    public sealed record Absent : LinkState;
}

/// <summary>One-time links that let a person set a password. Only their hashes are kept.</summary>
public sealed class LinkStore(NpgsqlDataSource source, UserStore users)
{
    /// <summary>A new link takes the user's older ones away.</summary>
    public Task IssueAsync(
        byte[] secretHash, Guid user, LinkPurpose purpose, (DateTimeOffset Now, DateTimeOffset ExpiresAt) times,
        CancellationToken cancellationToken) =>
        source.RunAsync(
            """
            with older as (delete from one_time_links where user_id = @user and used_at is null)
            insert into one_time_links (secret_hash, user_id, purpose, created_at, expires_at)
            values (@secretHash, @user, @Purpose, @Now, @ExpiresAt)
            """,
            new { secretHash, user, Purpose = purpose.ToString(), times.Now, times.ExpiresAt },
            cancellationToken);

    public async Task<LinkState> FindAsync(byte[] secretHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await source.OneAsync<Row>(
            """
            select user_id, used_at is not null as is_used, expires_at <= @now as is_expired
            from one_time_links where secret_hash = @secretHash
            """,
            new { secretHash, now },
            cancellationToken);
        return row switch
        {
            null => new LinkState.Absent(),
            { Is_Used: true } => new LinkState.Used(),
            { Is_Expired: true } => new LinkState.Expired(),
            _ => await users.FindAsync(row.User_Id, cancellationToken) is { } user ? new LinkState.Open(user) : new LinkState.Absent(),
        };
    }

    /// <summary>Uses the link up and sets the password, together or not at all; the new stamp ends the user's sessions.</summary>
    /// <returns>False where somebody else used the link in between.</returns>
    public async Task<bool> RedeemAsync(byte[] secretHash, NewPassword password, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        const string use = """
            update one_time_links set used_at = @now
            where secret_hash = @secretHash and used_at is null and expires_at > @now returning user_id
            """;
        var user = await connection.QuerySingleOrDefaultAsync<Guid?>(
            Statement.Of(use, new { secretHash, now }, cancellationToken, transaction));
        if (user is null)
        {
            return false;
        }

        const string set = """
            update users set password_hash = @Hash, security_stamp = @SecurityStamp, display_name = coalesce(@DisplayName, display_name),
                   failed_attempts = 0, locked_until = null where id = @user
            """;
        var arguments = new { password.Hash, password.SecurityStamp, password.DisplayName, user };
        await connection.ExecuteAsync(Statement.Of(set, arguments, cancellationToken, transaction));
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private sealed record Row(Guid User_Id, bool Is_Used, bool Is_Expired);
}

/// <summary>What a person sets by a one-time link.</summary>
public sealed record NewPassword(string Hash, string SecurityStamp, string? DisplayName);
