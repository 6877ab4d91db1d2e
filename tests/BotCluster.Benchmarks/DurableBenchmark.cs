using System.Diagnostics;
using BotCluster.Ledger;
using BotCluster.Ledger.Migrations;
using BotCluster.Ledger.Server;
using BotCluster.Ledger.Writing;
using BotCluster.Engine.Json;
using BotCluster.Trading.Cycle;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BotCluster.Benchmarks;

/// <summary>Cycles a second on a real PostgreSQL with fsync on, where one in ten sends an order.</summary>
internal static class DurableBenchmark
{
    // As many equity marks a cycle as a bot has that cycles every minute and marks every quarter of an hour.
    private static readonly CycleOptions MinuteBots = new() { EquityInterval = TimeSpan.FromMinutes(75) };

    public static async Task RunAsync(Market market, Report report, bool quick)
    {
        var directory = Directory.CreateTempSubdirectory("botcluster-bench-").FullName;
        try
        {
            await using var server = await PrivateServer.StartAsync(
                new PrivateServerOptions(directory), TimeProvider.System, NullLogger.Instance, CancellationToken.None);
            await using var source = LedgerDataSource.Open(server.ConnectionString);
            await new Migrator(source, MigrationSet.OfTheProgram).UpAsync(CancellationToken.None);
            await MeasureAsync(market, report, source, quick ? 2_000 : 10_000, quick ? 10 : 60);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task MeasureAsync(Market market, Report report, NpgsqlDataSource source, int bots, int steps)
    {
        await MakeAsync(source, bots);
        using var feed = new GatedFeed(market.NewFeed());
        await using var real = new BotStore(source, TimeProvider.System, new BotStoreOptions(), NullLogger<BotStore>.Instance);
        var store = new CountingStore(real);
        await using var engine = await Bots.StartAsync(store, feed, MinuteBots);
        await feed.AdvanceAsync(1);
        await Bots.RunAllAsync(engine, bots);
        await feed.AdvanceAsync(15);

        var rates = new List<double>();
        var before = await engine.SummariseAsync(null, CancellationToken.None);
        var commits = store.Commits;
        var connections = 0;
        var used = Environment.CpuUsage.TotalTime;
        var began = Stopwatch.GetTimestamp();
        for (var round = 0; round < steps / 5; round++)
        {
            var roundBegan = Stopwatch.GetTimestamp();
            await feed.AdvanceAsync(5);
            rates.Add(5.0 * bots / Stopwatch.GetElapsedTime(roundBegan).TotalSeconds);
            connections = Math.Max(connections, await ConnectionsAsync(source));
        }

        var processor = (Environment.CpuUsage.TotalTime - used).TotalSeconds;
        var elapsed = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var after = await engine.SummariseAsync(null, CancellationToken.None);
        var cycles = after.Cycles - before.Cycles;
        var raw = await RawAsync(source);
        report.Add(
            $"cycles/s, mixed and durable, {Report.Number(bots)} bots",
            Report.Spread(rates),
            "20,000",
            $"{Report.Number(cycles)} cycles in {elapsed:0} s, {Report.Number(cycles / processor)} a second of the engine's own processor time; {(double)(after.Orders - before.Orders) / cycles:0.000} orders and "
            + $"{(double)(after.Fills - before.Fills) / cycles:0.000} fills a cycle, {(double)(store.Commits - commits) / cycles:0.00} durable writes a cycle = "
            + $"{Report.Number((store.Commits - commits) / elapsed)} writes/s; bare upserts of 1 KB by one writer, 500 a commit: {Report.Number(raw)}/s");
        report.Add("database connections in use", Report.Number(connections), "20", "the most seen in pg_stat_activity");
    }

    private static async Task MakeAsync(NpgsqlDataSource source, int bots)
    {
        await using var command = source.CreateCommand("insert into tenants (id, name, created_at) values ($1, 'Bench', now())");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = MemoryStore.Tenant.Value });
        await command.ExecuteNonQueryAsync();
        string[] kinds = [.. Enumerable.Range(0, MemoryStore.Kinds).Select(SettingsOf)];
        await using var insert = source.CreateCommand("""
            insert into bots (id, tenant_id, name, settings, created_at)
            select id, $2, 'bench', settings::jsonb, now() from unnest($1::uuid[], $3::text[]) as given (id, settings)
            """);
        insert.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. Enumerable.Range(1, bots).Select(number => MemoryStore.Bot(number).Value)] });
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = MemoryStore.Tenant.Value });
        insert.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. Enumerable.Range(1, bots).Select(number => kinds[number % kinds.Length])] });
        await insert.ExecuteNonQueryAsync();
    }

    // A few bots that change sides all the time among many that seldom act make one order in ten cycles.
    private static string SettingsOf(int kind) => SettingsJson.Write(kind % 8 == 0 ? Bots.Flipping(kind) : Bots.Mixed(kind));

    private static async Task<int> ConnectionsAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            "select count(*)::int from pg_stat_activity where backend_type = 'client backend' and application_name = 'botcluster'");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<double> RawAsync(NpgsqlDataSource source)
    {
        await using (var make = source.CreateCommand("create table if not exists raw_states (id int primary key, payload bytea)"))
        {
            await make.ExecuteNonQueryAsync();
        }

        await using var connection = await source.OpenConnectionAsync();
        var payload = new byte[1024];
        new Random(1).NextBytes(payload);
        var began = Stopwatch.GetTimestamp();
        var rows = 0;
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < 3)
        {
            await using var command = new NpgsqlCommand(
                "insert into raw_states select * from unnest($1::int[], $2::bytea[]) on conflict (id) do update set payload = excluded.payload",
                connection);
            command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. Enumerable.Range(rows % 10_000, 500)] });
            command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. Enumerable.Repeat(payload, 500)] });
            await command.ExecuteNonQueryAsync();
            rows += 500;
        }

        return rows / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
