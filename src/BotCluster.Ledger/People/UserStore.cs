using Npgsql;

namespace BotCluster.Ledger.People;

/// <summary>The people of the installation.</summary>
public sealed class UserStore(NpgsqlDataSource source)
{
    private const string Columns = "id, email, display_name, password_hash, security_stamp, platform_admin, created_at";

    /// <returns>False where somebody has this address already, in whatever case.</returns>
    public async Task<bool> CreateAsync(UserAccount user, CancellationToken cancellationToken) => await source.RunAsync(
        """
        insert into users (id, email, display_name, password_hash, security_stamp, platform_admin, created_at)
        values (@Id, @Email, @DisplayName, @PasswordHash, @SecurityStamp, @IsPlatformAdmin, @CreatedAt)
        on conflict (lower(email)) do nothing
        """,
        user,
        cancellationToken) == 1;

    public async Task<UserAccount?> FindAsync(Guid id, CancellationToken cancellationToken) => Account(
        await source.OneAsync<Row>($"select {Columns} from users where id = @id", new { id }, cancellationToken));

    public async Task<UserAccount?> FindByEmailAsync(string email, CancellationToken cancellationToken) => Account(
        await source.OneAsync<Row>($"select {Columns} from users where lower(email) = lower(@email)", new { email }, cancellationToken));

    /// <summary>A new stamp ends every session made under the old one.</summary>
    public Task SetPasswordAsync(Guid id, string passwordHash, string securityStamp, CancellationToken cancellationToken) =>
        source.RunAsync(
            "update users set password_hash = @passwordHash, security_stamp = @securityStamp where id = @id",
            new { id, passwordHash, securityStamp },
            cancellationToken);

    public async Task<bool> AnyPlatformAdminAsync(CancellationToken cancellationToken) => await source.OneAsync<bool>(
        "select exists (select from users where platform_admin and password_hash is not null)", null, cancellationToken);

    /// <summary>The first platform admin that was made, with a password or still without.</summary>
    public async Task<UserAccount?> FirstPlatformAdminAsync(CancellationToken cancellationToken) => Account(
        await source.OneAsync<Row>(
            $"select {Columns} from users where platform_admin order by created_at, id limit 1", null, cancellationToken));

    public Task MakePlatformAdminAsync(Guid id, CancellationToken cancellationToken) =>
        source.RunAsync("update users set platform_admin = true where id = @id", new { id }, cancellationToken);

    private static UserAccount? Account(Row? row) => row is null
        ? null
        : new UserAccount
        {
            Id = row.Id,
            Email = row.Email,
            DisplayName = row.Display_Name,
            PasswordHash = row.Password_Hash,
            SecurityStamp = row.Security_Stamp,
            IsPlatformAdmin = row.Platform_Admin,
            CreatedAt = Statement.Instant(row.Created_At),
        };

    private sealed record Row(
        Guid Id, string Email, string Display_Name, string? Password_Hash, string Security_Stamp, bool Platform_Admin, DateTime Created_At);
}
