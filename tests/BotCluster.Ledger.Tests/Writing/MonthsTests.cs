using BotCluster.Ledger.Writing;
using BotCluster.Testing;
using Dapper;
using Npgsql;
using static BotCluster.Ledger.Tests.Writing.Steps;

namespace BotCluster.Ledger.Tests.Writing;

public sealed class MonthsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync(Token);
        _source = LedgerDataSource.Open(_database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Makes_a_month_and_the_one_after_it()
    {
        var months = new Months(_source, _clock);

        await months.EnsureAsync([Start.AddMonths(9), Start.AddMonths(9)]);
        await new Months(_source, _clock).EnsureAsync([Start.AddMonths(9)]);

        Assert.Equal(["202412", "202501"], await MadeAsync());
    }

    [Fact]
    public async Task Does_not_wait_for_a_backup_and_makes_the_month_after_it()
    {
        var months = new Months(_source, _clock);
        await using (var backup = await _source.OpenConnectionAsync(Token))
        {
            await using var reading = await backup.BeginTransactionAsync(Token);
            await backup.ExecuteAsync("lock table equity_snapshots, equity_snapshots_default, decisions in access share mode");
            await months.EnsureAsync([Start]);
            Assert.Empty(await MadeAsync());
        }

        await months.EnsureAsync([Start]);
        Assert.Empty(await MadeAsync());
        _clock.Advance(TimeSpan.FromMinutes(1));
        await months.EnsureAsync([Start]);
        Assert.Equal(["202403", "202404"], await MadeAsync());
    }

    [Fact]
    public async Task A_month_that_lies_in_the_default_partition_stays_there()
    {
        await using (var connection = await _source.OpenConnectionAsync(Token))
        {
            await connection.ExecuteAsync(
                """
                insert into equity_snapshots (tenant_id, bot_id, at, equity, cash, unrealised, drawdown)
                values (@Tenant, @Tenant, @Start, 1, 1, 0, 0)
                """,
                new { Tenant = Tenant.Value, Start });
        }

        await new Months(_source, _clock).EnsureAsync([Start]);

        Assert.Equal(["202404"], await MadeAsync());
    }

    private async Task<IReadOnlyList<string>> MadeAsync()
    {
        await using var connection = await _source.OpenConnectionAsync(Token);
        return [.. await connection.QueryAsync<string>(
            "select right(relname, 6) from pg_class where relname ~ '^equity_snapshots_\\d{6}$' order by 1")];
    }
}
