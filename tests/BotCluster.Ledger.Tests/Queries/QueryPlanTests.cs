using BotCluster.Ledger.Candles;
using BotCluster.Ledger.Queries;
using BotCluster.Testing;
using BotCluster.Trading.Markets;
using Dapper;
using Npgsql;
using static BotCluster.Ledger.Tests.Writing.Steps;

namespace BotCluster.Ledger.Tests.Queries;

/// <summary>On tables with history, no page reads one from end to end: the server's own counters say so.</summary>
public sealed class QueryPlanTests(PostgresFixture postgres) : IAsyncLifetime
{
    // 200 bots of two clients, each with 200 rows of everything over three months.
    private const string Fill = """
        insert into bots (id, tenant_id, name, settings, created_at)
        select (lpad(to_hex(i), 8, '0') || '-0000-0000-0000-000000000000')::uuid,
               case when i % 2 = 0 then @Tenant else @OtherTenant end, 'bot ' || i, '{"name":"b","symbols":["BTC-USDT"]}', @Start
        from generate_series(1, 200) i;
        insert into orders (tenant_id, bot_id, order_id, symbol, side, direction, purpose, type, time_in_force, quantity, filled,
                            leverage, confidence, reason, status, recorded_at, expires_at, changed_at)
        select tenant_id, id, 'babc123' || lpad(number::text, 7, '0') || '001' || lpad(n::text, 6, '0'), 'BTC-USDT', 'Buy', 'Long',
               'Entry', 'Market', 'GoodTilCancelled', 1, 1, 1, 1, 'why', 'Filled', @Start + n * interval '10 hours', @Start, @Start
        from bots, generate_series(1, 200) n;
        insert into fills (tenant_id, bot_id, order_id, trade_id, symbol, side, purpose, price, quantity, fee, fee_asset, liquidity, at)
        select tenant_id, bot_id, order_id, '1', symbol, side, purpose, 1, 1, 1, 'USDT', 'Taker', recorded_at from orders;
        insert into trades (tenant_id, bot_id, number, symbol, direction, quantity, entry_price, exit_price, opened_at, closed_at,
                            gross_profit, fees, funding, margin, exit_reason)
        select tenant_id, id, n, 'BTC-USDT', 'Long', 1, 1, 1, @Start, @Start + n * interval '10 hours', 1, 1, 1, 1, 'stop'
        from bots, generate_series(1, 200) n;
        select ensure_month(t::regclass, @Start + m * interval '1 month')
        from unnest(array['equity_snapshots', 'decisions']) t, generate_series(0, 2) m;
        insert into equity_snapshots (tenant_id, bot_id, at, equity, cash, unrealised, drawdown)
        select tenant_id, id, @Start + n * interval '10 hours', 1, 1, 1, 0 from bots, generate_series(1, 200) n;
        insert into decisions (tenant_id, bot_id, at, number, symbol, action, reason, verdict)
        select tenant_id, id, @Start + n * interval '10 hours', n, 'BTC-USDT', 'Close', 'why', 'Approved'
        from bots, generate_series(1, 200) n;
        insert into alerts (tenant_id, bot_id, number, at, severity, code, text)
        select tenant_id, id, n, @Start, 'Notice', 'c', 't' from bots, generate_series(1, 200) n;
        insert into bot_figures (bot_id, tenant_id, at, equity, cash, unrealised, drawdown)
        select id, tenant_id, @Start + interval '80 days', 1, 1, 1, 0 from bots;
        insert into candles select 'BTC-USDT', 5, @Start + n * interval '5 minutes', 1, 1, 1, 1, 1 from generate_series(1, 50000) n;
        """;

    private static readonly TenantScope Ours = TenantScope.Of(Tenant);
    private static readonly PageRequest Page = new(100);

    private TestDatabase _database = null!;
    private NpgsqlDataSource _single = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync(Token);
        // One connection, so that its counters can be asked for by the one that counted.
        _single = LedgerDataSource.Open(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { MaxPoolSize = 1 }.ConnectionString);
        await AddTenantsAsync(_single);
        await using var connection = await _single.OpenConnectionAsync(Token);
        await connection.ExecuteAsync(Fill, new { Tenant = Tenant.Value, OtherTenant = OtherTenant.Value, Start });
        await connection.ExecuteAsync("vacuum analyze");
    }

    public async ValueTask DisposeAsync()
    {
        await _single.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task No_page_of_history_reads_a_table_from_end_to_end()
    {
        var before = await FullReadsAsync();
        var history = new HistoryQueries(_single);
        var alerts = new AlertQueries(_single);
        var bot = Bot(2);
        var late = new TimeRange(Start.AddDays(60));

        Assert.Equal(100, (await history.OrdersAsync(Ours, bot, new TimeRange(), Page, Token))!.Items.Count);
        Assert.Equal(100, (await history.FillsAsync(Ours, bot, new TimeRange(), Page, Token))!.Items.Count);
        Assert.Equal(100, (await history.TradesAsync(Ours, bot, new TimeRange(), Page, Token))!.Items.Count);
        Assert.Equal(100, (await history.DecisionsAsync(Ours, bot, new TimeRange(), Page, Token))!.Items.Count);
        Assert.Equal(50, (await history.EquityAsync(Ours, bot, new TimeRange(), 50, Token))!.Count);
        Assert.NotEmpty((await history.DecisionsAsync(Ours, bot, late, Page, Token))!.Items);
        Assert.Equal(100, (await alerts.ListAsync(Ours, new AlertFilter(), new TimeRange(), Page, Token)).Items.Count);
        Assert.Equal(100, (await alerts.ListAsync(TenantScope.All, new AlertFilter(), new TimeRange(), Page, Token)).Items.Count);
        Assert.Equal(100, (await alerts.ListAsync(Ours, new AlertFilter(UnacknowledgedOnly: true), new TimeRange(), Page, Token)).Items.Count);
        Assert.NotEmpty(await new BotQueries(_single).SparksAsync(Ours, [bot], 40, Token));
        Assert.Equal(12, await new CandleArchive(_single)
            .ReadAsync(Bitcoin, Timeframe.FiveMinutes, Start.AddDays(9), Start.AddDays(9).AddHours(1), Token).CountAsync(Token));

        Assert.Equal(before, await FullReadsAsync());
    }

    private async Task<IReadOnlyList<string>> FullReadsAsync()
    {
        await using var connection = await _single.OpenConnectionAsync(Token);
        await connection.ExecuteAsync("select pg_stat_force_next_flush()");
        var rows = await connection.QueryAsync<(string Table, long Reads)>("""
            select relname, seq_scan from pg_stat_user_tables
            where relname ~ '^(orders|fills|trades|alerts|candles|(equity_snapshots|decisions)_\d+)$'
            """);
        return [.. rows.OrderBy(row => row.Table, StringComparer.Ordinal).Select(row => $"{row.Table}: {row.Reads}")];
    }
}
