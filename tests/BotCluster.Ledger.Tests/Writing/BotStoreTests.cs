using BotCluster.Ledger.Writing;
using BotCluster.Testing;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using static BotCluster.Ledger.Tests.Writing.Steps;

namespace BotCluster.Ledger.Tests.Writing;

public sealed class BotStoreTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;
    private BotStore _store = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync(Token);
        _source = LedgerDataSource.Open(_database.ConnectionString);
        _store = Open(new BotStoreOptions());
        await AddTenantsAsync(_source);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Gives_each_bot_a_number_once()
    {
        var first = await _store.CreateAsync(Creation(1), Token);
        var second = await _store.CreateAsync(Creation(2), Token);
        var again = await _store.CreateAsync(Creation(1) with { Tenant = OtherTenant }, Token);

        Assert.NotEqual(first.Number, second.Number);
        Assert.Equal(first, again);
        Assert.Equal(Tenant, again.Tenant);
    }

    [Fact]
    public async Task Keeps_a_bots_state_from_one_step_to_the_next()
    {
        await _store.CreateAsync(Creation(1), Token);
        var fresh = await _store.LoadAsync(Bot(1), Token);
        Assert.Equal(0, fresh!.Version);
        Assert.Null(fresh.State);

        Assert.Equal(CommitOutcome.Committed, await _store.CommitAsync(Commit(1, 0), Token));
        Assert.Equal(CommitOutcome.Committed, await _store.CommitAsync(Commit(1, 1), Token));

        var stored = await _store.LoadAsync(Bot(1), Token);
        Assert.Equal(2, stored!.Version);
        Assert.Equal(1, stored.Epoch);
        Assert.Equal(BitConverter.GetBytes(2L), stored.State!.Value.ToArray());
        Assert.Contains("crossover", stored.Settings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_nothing_of_a_bot_that_was_never_made()
    {
        Assert.Null(await _store.LoadAsync(Bot(99), Token));
        Assert.Equal(CommitOutcome.Outdated, await _store.CommitAsync(Commit(99, 0), Token));
    }

    [Fact]
    public async Task Writes_every_kind_of_fact_with_its_step()
    {
        await _store.CreateAsync(Creation(1), Token);

        await _store.CommitAsync(
            Commit(1, 0, Order(1, 1, OrderStatus.Recorded), Order(1, 1, OrderStatus.Filled), Fill(1, 1), Trade(1),
                Equity(Start, 1000m), Decision(1), Alert(1), Booking(1)),
            Token);

        Assert.Equal(1, await CountAsync("orders where status = 'Filled' and filled = 0.5"));
        Assert.Equal(1, await CountAsync("fills where price = 60000.12345678 and fee = 15.00003086"));
        Assert.Equal(1, await CountAsync("trades where gross_profit - fees = 9"));
        Assert.Equal(1, await CountAsync("equity_snapshots_202403 where equity = 1000"));
        Assert.Equal(1, await CountAsync("decisions_202403 where verdict_code = 'risk-reward'"));
        Assert.Equal(1, await CountAsync("alerts where severity = 'Warning'"));
        Assert.Equal(1, await CountAsync("cash_bookings where amount = 250"));
        Assert.Equal(1, await CountAsync("bot_figures where equity = 1000 and trades = 1 and wins = 1 and net_profit = 9"));
    }

    [Fact]
    public async Task A_repeated_fact_changes_nothing()
    {
        await _store.CreateAsync(Creation(1), Token);
        Fact[] facts = [Order(1, 1, OrderStatus.Filled), Fill(1, 1), Trade(1), Equity(Start, 1000m), Decision(1), Alert(1), Booking(1)];

        await _store.CommitAsync(Commit(1, 0, facts), Token);
        await _store.CommitAsync(Commit(1, 1, facts), Token);

        foreach (var table in new[] { "orders", "fills", "trades", "equity_snapshots", "decisions", "alerts", "cash_bookings" })
        {
            Assert.Equal(1, await CountAsync(table));
        }

        Assert.Equal(1, await CountAsync("bot_figures where trades = 1 and net_profit = 9"));
    }

    [Fact]
    public async Task A_later_status_replaces_an_earlier_one_and_never_the_other_way()
    {
        await _store.CreateAsync(Creation(1), Token);

        await _store.CommitAsync(Commit(1, 0, Order(1, 1, OrderStatus.Recorded, Start)), Token);
        await _store.CommitAsync(Commit(1, 1, Order(1, 1, OrderStatus.Filled, Start.AddMinutes(2))), Token);
        await _store.CommitAsync(Commit(1, 2, Order(1, 1, OrderStatus.Open, Start.AddMinutes(1))), Token);

        Assert.Equal(1, await CountAsync("orders where status = 'Filled'"));
    }

    [Fact]
    public async Task Refuses_an_outdated_step_alone_and_none_of_its_facts_is_written()
    {
        for (var bot = 1; bot <= 3; bot++)
        {
            await _store.CreateAsync(Creation(bot), Token);
            await _store.CommitAsync(Commit(bot, 0), Token);
        }

        var answers = await Task.WhenAll(
            _store.CommitAsync(Commit(1, 1, Fill(1, 1)), Token).AsTask(),
            _store.CommitAsync(Commit(2, 0, Fill(2, 1)), Token).AsTask(),
            _store.CommitAsync(Commit(3, 1, Fill(3, 1)), Token).AsTask());

        Assert.Equal([CommitOutcome.Committed, CommitOutcome.Outdated, CommitOutcome.Committed], answers);
        Assert.Equal(2, await CountAsync("fills"));
        Assert.Equal(0, await CountAsync("fills where bot_id = '00000002-0000-0000-0000-000000000000'"));
        Assert.Equal(BitConverter.GetBytes(1L), (await _store.LoadAsync(Bot(2), Token))!.State!.Value.ToArray());
    }

    [Fact]
    public async Task Refuses_a_copy_of_the_bot_from_before_a_restore()
    {
        await _store.CreateAsync(Creation(1), Token);
        await _store.CommitAsync(Commit(1, 0) with { Epoch = 2 }, Token);

        Assert.Equal(CommitOutcome.Outdated, await _store.CommitAsync(Commit(1, 1) with { Epoch = 1 }, Token));
        Assert.Equal(CommitOutcome.Committed, await _store.CommitAsync(Commit(1, 1) with { Epoch = 2 }, Token));
    }

    [Fact]
    public async Task Refuses_a_step_under_another_clients_name()
    {
        await _store.CreateAsync(Creation(1), Token);
        Assert.Equal(CommitOutcome.Outdated, await _store.CommitAsync(Commit(1, 0) with { Tenant = OtherTenant }, Token));
        await _store.CommitAsync(Commit(1, 0), Token);
        Assert.Equal(CommitOutcome.Outdated, await _store.CommitAsync(Commit(1, 1) with { Tenant = OtherTenant }, Token));
    }

    [Fact]
    public async Task Two_steps_of_one_bot_that_wait_together_are_both_written_in_turn()
    {
        await _store.CreateAsync(Creation(1), Token);

        var steps = Enumerable.Range(0, 20).Select(expected => _store.CommitAsync(Commit(1, expected), Token).AsTask()).ToList();

        Assert.All(await Task.WhenAll(steps), outcome => Assert.Equal(CommitOutcome.Committed, outcome));
        Assert.Equal(20, (await _store.LoadAsync(Bot(1), Token))!.Version);
    }

    [Fact]
    public async Task One_bots_impossible_content_stops_no_other_bot()
    {
        for (var bot = 1; bot <= 9; bot++)
        {
            await _store.CreateAsync(Creation(bot), Token);
        }

        var impossible = new Fact.AlertRaised(new BotAlert(1, Start, AlertSeverity.Notice, "text", "no database takes \0"));
        var answers = Enumerable.Range(1, 9)
            .Select(bot => _store.CommitAsync(Commit(bot, 0, bot == 5 ? impossible : Alert(1)), Token).AsTask()).ToList();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => answers[4]);
        Assert.Contains(Bot(5).ToString(), fault.Message, StringComparison.Ordinal);
        answers.RemoveAt(4);
        Assert.All(await Task.WhenAll(answers), outcome => Assert.Equal(CommitOutcome.Committed, outcome));
        Assert.Equal(8, await CountAsync("alerts"));
        Assert.Equal(0, (await _store.LoadAsync(Bot(5), Token))!.Version);
    }

    [Fact]
    public async Task A_step_can_change_settings_and_status()
    {
        await _store.CreateAsync(Creation(1), Token);
        await _store.CommitAsync(Commit(1, 0), Token);
        Assert.Equal(1, await CountAsync("bots where status = 'Running' and name = 'Ada'"));

        await _store.CommitAsync(Commit(1, 1) with { Settings = """{"name":"Grace"}""", Status = BotStatus.Paused }, Token);

        Assert.Equal(1, await CountAsync("bots where status = 'Paused' and name = 'Grace'"));
        Assert.Equal("""{"name": "Grace"}""", (await _store.LoadAsync(Bot(1), Token))!.Settings);
    }

    [Fact]
    public async Task Hands_out_every_bot_that_is_not_retired()
    {
        for (var bot = 1; bot <= 3; bot++)
        {
            await _store.CreateAsync(Creation(bot), Token);
        }

        await _store.CommitAsync(Commit(1, 0), Token);
        await _store.CommitAsync(Commit(2, 0) with { Status = BotStatus.Retired }, Token);

        var all = await _store.LoadAllAsync(Token).ToListAsync(Token);
        Assert.Equal([Bot(1), Bot(3)], all.Select(stored => stored.Definition.Id));
        Assert.Equal([1L, 0L], all.Select(stored => stored.Version));
        Assert.Equal(1, await CountAsync("bots where status = 'Retired' and archived_at is not null"));
    }

    [Fact]
    public async Task Says_unavailable_when_the_database_stays_away_and_drops_the_step()
    {
        await using var nowhere = LedgerDataSource.Open("Host=/nowhere;Username=nobody;Database=none");
        await using var store = new BotStore(
            nowhere, TimeProvider.System, new BotStoreOptions { Patience = TimeSpan.FromMilliseconds(300) }, NullLogger<BotStore>.Instance);

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.CommitAsync(Commit(1, 0), Token));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.LoadAsync(Bot(1), Token));
    }

    [Fact]
    public async Task Writes_what_waits_before_it_closes_and_takes_nothing_after()
    {
        await _store.CreateAsync(Creation(1), Token);
        var store = Open(new BotStoreOptions());
        var last = store.CommitAsync(Commit(1, 0), Token).AsTask();

        await store.DisposeAsync();

        Assert.Equal(CommitOutcome.Committed, await last);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.CommitAsync(Commit(1, 1), Token));
    }

    private BotStore Open(BotStoreOptions options) =>
        new(_source, TimeProvider.System, options, NullLogger<BotStore>.Instance);

    private async Task<long> CountAsync(string rows)
    {
        await using var connection = await _source.OpenConnectionAsync(Token);
        return await connection.ExecuteScalarAsync<long>($"select count(*) from {rows}");
    }
}
