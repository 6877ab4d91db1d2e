using System.Globalization;
using BotCluster.Ledger.Migrations;
using Dapper;
using Npgsql;

namespace BotCluster.Ledger.Backups;

/// <summary>Brings a ledger back from a backup, in a new epoch, so that no order id of before is ever given again.</summary>
/// <remarks>Nothing else may use the server's database meanwhile: whoever calls holds the data directory.</remarks>
public sealed class LedgerRestore(PostgresPrograms programs)
{
    private const string Fresh = "botcluster_restoring";
    private const string Replaced = "botcluster_replaced";

    // What was restored may have been signed out, or its link used, after the backup was taken.
    private const string NewEpoch = """
        set search_path = public;
        update installation set epoch = 1 + greatest(epoch, :before, (select coalesce(max(epoch), 0) from bot_states));
        update bot_states set epoch = (select epoch from installation);
        update sessions set revoked_at = now() where revoked_at is null;
        delete from one_time_links where used_at is null;
        """;

    private readonly string _database = new NpgsqlConnectionStringBuilder(programs.ConnectionString).Database!;

    /// <summary>Puts the backup in the place of what the database holds; that is kept beside it until the next restore.</summary>
    /// <returns>The epoch that begins.</returns>
    public async Task<int> ReplaceAsync(BackupFile backup, string scratch, CancellationToken cancellationToken)
    {
        var before = await EpochAsync(programs, cancellationToken);
        await using var server = new NpgsqlConnection(programs.On("postgres").ConnectionString);
        await server.OpenAsync(cancellationToken);
        await server.ExecuteAsync($"drop database if exists {Fresh} with (force)");
        await server.ExecuteAsync($"create database {Fresh}");
        try
        {
            await FillAsync(programs.On(Fresh), backup, (before ?? 0, scratch), cancellationToken);
        }
        catch
        {
            await server.ExecuteAsync($"drop database if exists {Fresh} with (force)");
            throw;
        }

        using var names = new NpgsqlCommandBuilder();
        var present = names.QuoteIdentifier(_database);
        NpgsqlConnection.ClearAllPools();
        await server.ExecuteAsync($"drop database if exists {Replaced} with (force)");
        await server.ExecuteAsync(before is null
            ? $"drop database if exists {present} with (force)"
            : $"alter database {present} rename to {Replaced}");
        await server.ExecuteAsync($"alter database {Fresh} rename to {present}");
        return (await EpochAsync(programs, cancellationToken))!.Value;
    }

    /// <summary>Fills a database that has no tables yet.</summary>
    /// <returns>The epoch that begins.</returns>
    public async Task<int> FillAsync(BackupFile backup, string scratch, CancellationToken cancellationToken)
    {
        await FillAsync(programs, backup, (0, scratch), cancellationToken);
        return (await EpochAsync(programs, cancellationToken))!.Value;
    }

    /// <summary>Whether somebody's bots are in the database already.</summary>
    public async Task<bool> IsInUseAsync(CancellationToken cancellationToken) =>
        await EpochAsync(programs, cancellationToken) is not null;

    private static async Task FillAsync(
        PostgresPrograms target, BackupFile backup, (int Epoch, string Scratch) with, CancellationToken cancellationToken)
    {
        var script = Path.Combine(with.Scratch, "restore.sql");
        var epoch = Path.Combine(with.Scratch, "epoch.sql");
        try
        {
            PrivateFile.Create(script);
            await target.RunAsync(
                "pg_restore", ["--no-owner", "--no-privileges", $"--file={script}", backup.Path], cancellationToken);
            await File.WriteAllTextAsync(epoch, NewEpoch, cancellationToken);

            // One transaction: there is no instant at which the old epoch could be read from the restored database.
            await target.RunAsync(
                "psql",
                [
                    "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null",
                    string.Create(CultureInfo.InvariantCulture, $"--set=before={with.Epoch}"), $"--file={script}", $"--file={epoch}",
                ],
                cancellationToken);
        }
        finally
        {
            File.Delete(script);
            File.Delete(epoch);
        }

        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(target.ConnectionString) { Pooling = false }.ConnectionString);
        await new Migrator(source, MigrationSet.OfTheProgram).UpAsync(cancellationToken);
    }

    private static async Task<int?> EpochAsync(PostgresPrograms at, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(at.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>("select to_regclass('installation') is not null")
            ? await connection.ExecuteScalarAsync<int?>("select epoch from installation")
            : null;
    }
}
