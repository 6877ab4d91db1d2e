using System.Security.Cryptography;
using BotCluster.Ledger.People;
using Npgsql;

namespace BotCluster.Ledger.Installations;

/// <summary>The one row that says whose database this is.</summary>
public sealed class InstallationStore(NpgsqlDataSource source, TimeProvider time)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int IdLength = 6;

    /// <summary>Makes the installation on a new database, or answers who it is.</summary>
    /// <exception cref="InstallationRefusedException">The bots in it belong to another engine.</exception>
    public async Task<Installation> ClaimAsync(string engine, CancellationToken cancellationToken)
    {
        await source.RunAsync(
            """
            insert into installation (id, engine, made_at) values (@id, @engine, @now)
            on conflict (one_row) do nothing
            """,
            new { id = RandomNumberGenerator.GetString(Letters, IdLength), engine, now = time.GetUtcNow() },
            cancellationToken);
        var installation = (await FindAsync(cancellationToken))!;
        return installation.Engine == engine
            ? installation
            : throw new InstallationRefusedException(
                $"The bots in this database belong to the {installation.Engine} engine; this is the {engine} engine. " +
                $"Start the {installation.Engine} engine on it, or name another data directory.");
    }

    /// <returns>Null on a database that no engine has used yet.</returns>
    public async Task<Installation?> FindAsync(CancellationToken cancellationToken) =>
        await source.OneAsync<Row>("select id, engine, epoch, made_at from installation", null, cancellationToken) is { } row
            ? new Installation(row.Id, row.Engine, row.Epoch, Statement.Instant(row.Made_At))
            : null;

    private sealed record Row(string Id, string Engine, int Epoch, DateTime Made_At);
}
