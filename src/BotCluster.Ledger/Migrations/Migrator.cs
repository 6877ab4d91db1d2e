using System.Data;
using Dapper;
using Npgsql;

namespace BotCluster.Ledger.Migrations;

/// <summary>Brings a database to the program's shape, or back.</summary>
public sealed class Migrator(NpgsqlDataSource source, MigrationSet migrations)
{
    // Any fixed number: two programs that start together on one database take turns.
    private const long TurnKey = 0x426F74436C757374;

    private const string Journal = """
        create table if not exists schema_migrations (
            number     int primary key,
            name       text not null,
            checksum   text not null,
            applied_at timestamptz not null default now()
        )
        """;

    /// <summary>Applies every step the database lacks and answers their names.</summary>
    public Task<IReadOnlyList<string>> UpAsync(CancellationToken cancellationToken) => InTurnAsync(
        async connection =>
        {
            var applied = await AppliedAsync(connection);
            Verify(applied);
            return await ApplyAsync(
                connection, migrations.All.Skip(applied.Count), migration => migration.Up, RecordAsync);
        },
        cancellationToken);

    /// <summary>Takes back every step after <paramref name="number"/>, newest first, and answers their names.</summary>
    public Task<IReadOnlyList<string>> DownAsync(int number, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return InTurnAsync(
            async connection =>
            {
                var applied = await AppliedAsync(connection);
                Verify(applied);
                var undone = migrations.All.Take(applied.Count).Skip(number).Reverse();
                return await ApplyAsync(connection, undone, migration => migration.Down, ForgetAsync);
            },
            cancellationToken);
    }

    private static async Task<IReadOnlyList<Row>> AppliedAsync(NpgsqlConnection connection)
    {
        await connection.ExecuteAsync(Journal);
        return [.. await connection.QueryAsync<Row>("select number, name, checksum from schema_migrations order by number")];
    }

    private void Verify(IReadOnlyList<Row> applied)
    {
        if (applied.Count > 0 && applied[^1] is var last && last.Number > migrations.Newest)
        {
            throw new MigrationRefusedException(
                $"The database is at version {last.Number} ({last.Name}), written by a newer program; " +
                $"this one knows versions up to {migrations.Newest}. Start the newer program, or restore a backup from before it.");
        }

        foreach (var (row, known) in applied.Zip(migrations.All))
        {
            if (row.Number != known.Number || row.Checksum != known.Checksum)
            {
                throw new MigrationRefusedException(
                    $"Migration {known} differs from {row.Number:D4}_{row.Name}, which was applied to this database. " +
                    "An applied migration is never edited: write a new one.");
            }
        }
    }

    private static async Task<IReadOnlyList<string>> ApplyAsync(
        NpgsqlConnection connection, IEnumerable<Migration> steps, Func<Migration, string> script,
        Func<NpgsqlConnection, Migration, Task> journal)
    {
        var done = new List<string>();
        foreach (var step in steps)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            try
            {
                await connection.ExecuteAsync(script(step));
            }
            catch (PostgresException failure)
            {
                throw new MigrationRefusedException(
                    $"Migration {step} failed and was taken back: {failure.MessageText} (at character {failure.Position})", failure);
            }

            await journal(connection, step);
            await transaction.CommitAsync();
            done.Add(step.ToString());
        }

        return done;
    }

    private static Task RecordAsync(NpgsqlConnection connection, Migration step) => connection.ExecuteAsync(
        "insert into schema_migrations (number, name, checksum) values (@Number, @Name, @Checksum)", step);

    private static Task ForgetAsync(NpgsqlConnection connection, Migration step) => connection.ExecuteAsync(
        "delete from schema_migrations where number = @Number", step);

    private async Task<IReadOnlyList<string>> InTurnAsync(
        Func<NpgsqlConnection, Task<IReadOnlyList<string>>> work, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync("select pg_advisory_lock(@TurnKey)", new { TurnKey });
        try
        {
            return await work(connection);
        }
        finally
        {
            // A connection that broke has lost its turn already, and must not hide why it broke.
            if (connection.State == ConnectionState.Open)
            {
                await connection.ExecuteAsync("select pg_advisory_unlock(@TurnKey)", new { TurnKey });
            }
        }
    }

    private sealed record Row(int Number, string Name, string Checksum);
}
