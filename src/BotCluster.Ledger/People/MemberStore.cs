using BotCluster.Trading.Bots;
using Dapper;
using Npgsql;

namespace BotCluster.Ledger.People;

/// <summary>A person as a client's admin sees them.</summary>
public sealed record Member(Guid UserId, string Email, string DisplayName, Role Role, DateTimeOffset CreatedAt, bool HasPassword);

/// <summary>What came of changing a client's people.</summary>
public enum MemberChange
{
    Done = 1,
    NotFound = 2,

    /// <summary>It would leave the client without an admin.</summary>
    LastAdmin = 3,
}

/// <summary>Who belongs to which client, and as what.</summary>
public sealed class MemberStore(NpgsqlDataSource source)
{
    private const string Select = """
        select u.id, u.email, u.display_name, m.role, m.created_at, u.password_hash is not null as has_password
        from memberships m join users u on u.id = m.user_id
        """;

    public async Task<Member?> FindAsync(TenantId tenant, Guid user, CancellationToken cancellationToken) =>
        await source.OneAsync<Row>(
            $"{Select} where m.tenant_id = @Value and m.user_id = @user", new { tenant.Value, user }, cancellationToken) is { } row
            ? row.Member
            : null;

    /// <summary>A client's people by address.</summary>
    public async Task<IReadOnlyList<Member>> ListAsync(
        TenantId tenant, string? afterEmail, int limit, CancellationToken cancellationToken)
    {
        var rows = await source.AllAsync<Row>(
            $"""
            {Select}
            where m.tenant_id = @Value and (@afterEmail::text is null or lower(u.email) > lower(@afterEmail))
            order by lower(u.email) limit @limit
            """,
            new { tenant.Value, afterEmail, limit },
            cancellationToken);
        return [.. rows.Select(row => row.Member)];
    }

    /// <returns>False where the person belongs to the client already.</returns>
    public async Task<bool> AddAsync(TenantId tenant, Guid user, Role role, DateTimeOffset now, CancellationToken cancellationToken) =>
        await source.RunAsync(
            """
            insert into memberships (tenant_id, user_id, role, created_at) values (@Value, @user, @Role, @now)
            on conflict do nothing
            """,
            new { tenant.Value, user, Role = role.ToString(), now },
            cancellationToken) == 1;

    /// <summary>How many clients a person belongs to.</summary>
    public async Task<int> CountAsync(Guid user, CancellationToken cancellationToken) => await source.OneAsync<int>(
        "select count(*)::int from memberships where user_id = @user", new { user }, cancellationToken);

    public Task<MemberChange> ChangeRoleAsync(TenantId tenant, Guid user, Role role, CancellationToken cancellationToken) => ChangeAsync(
        "update memberships set role = @role where tenant_id = @Value and user_id = @user", tenant, user, role, cancellationToken);

    public Task<MemberChange> RemoveAsync(TenantId tenant, Guid user, CancellationToken cancellationToken) => ChangeAsync(
        "delete from memberships where tenant_id = @Value and user_id = @user", tenant, user, null, cancellationToken);

    private async Task<MemberChange> ChangeAsync(
        string change, TenantId tenant, Guid user, Role? role, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        // All admins are locked, so that two of them cannot remove each other at once.
        const string admins = "select user_id from memberships where tenant_id = @Value and role = 'Admin' order by user_id for update";
        var locked = await connection.QueryAsync<Guid>(Statement.Of(admins, new { tenant.Value }, cancellationToken, transaction));
        var before = locked.ToList();
        if (role != Role.Admin && before is [var last] && last == user)
        {
            return MemberChange.LastAdmin;
        }

        var changed = await connection.ExecuteAsync(
            Statement.Of(change, new { tenant.Value, user, role = role?.ToString() }, cancellationToken, transaction));
        await transaction.CommitAsync(cancellationToken);
        return changed == 1 ? MemberChange.Done : MemberChange.NotFound;
    }

    private sealed record Row(Guid Id, string Email, string Display_Name, string Role, DateTime Created_At, bool Has_Password)
    {
        public Member Member => new(
            Id, Email, Display_Name, Enum.Parse<People.Role>(Role), Statement.Instant(Created_At), Has_Password);
    }
}
