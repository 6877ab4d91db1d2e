using BotCluster.Ledger.Writing;
using BotCluster.Testing;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BotCluster.Ledger.Tests;

/// <summary>A migrated database with two clients and a store to fill it.</summary>
public sealed class FilledLedger : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly BotStore _store;
    private readonly Dictionary<int, long> _versions = [];

    private FilledLedger(TestDatabase database)
    {
        _database = database;
        Source = LedgerDataSource.Open(database.ConnectionString);
        _store = new BotStore(Source, TimeProvider.System, new BotStoreOptions(), NullLogger<BotStore>.Instance);
    }

    public NpgsqlDataSource Source { get; }

    public static async Task<FilledLedger> OpenAsync(PostgresFixture postgres)
    {
        var ledger = new FilledLedger(await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken));
        await Writing.Steps.AddTenantsAsync(ledger.Source);
        return ledger;
    }

    public async Task AddBotAsync(int bot, TenantId tenant, string name, string settings = Writing.Steps.Settings)
    {
        var creation = new BotCreation(Writing.Steps.Bot(bot), tenant, name, settings, Writing.Steps.Start);
        await _store.CreateAsync(creation, TestContext.Current.CancellationToken);
    }

    public async Task WriteAsync(int bot, TenantId tenant, params Fact[] facts)
    {
        var version = _versions.GetValueOrDefault(bot);
        var commit = Writing.Steps.Commit(bot, version, facts) with { Tenant = tenant };
        Assert.Equal(CommitOutcome.Committed, await _store.CommitAsync(commit, TestContext.Current.CancellationToken));
        _versions[bot] = version + 1;
    }

    public async Task RetireAsync(int bot, TenantId tenant)
    {
        var version = _versions.GetValueOrDefault(bot);
        var commit = Writing.Steps.Commit(bot, version) with { Tenant = tenant, Status = BotStatus.Retired };
        Assert.Equal(CommitOutcome.Committed, await _store.CommitAsync(commit, TestContext.Current.CancellationToken));
        _versions[bot] = version + 1;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await Source.DisposeAsync();
        await _database.DisposeAsync();
    }
}
