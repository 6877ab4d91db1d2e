using System.Collections.Concurrent;
using System.Diagnostics;
using BotCluster.Ledger.Migrations;
using BotCluster.Ledger.Server;
using BotCluster.Ledger.Tests.Server;
using BotCluster.Ledger.Writing;
using BotCluster.Trading.Ports;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using static BotCluster.Ledger.Tests.Writing.Steps;

namespace BotCluster.Ledger.Tests.Writing;

public class BotStoreUnderFireTests
{
    private const int Bots = 40;
    private const int Kills = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Kills by turns the whole server and one of its connections while thousands of steps are on their way.</summary>
    [Fact]
    public async Task Loses_no_committed_step_and_doubles_none_when_the_server_is_killed_again_and_again()
    {
        using var scratch = new Scratch();
        await using var server = await PrivateServer.StartAsync(
            new PrivateServerOptions(scratch.Path), TimeProvider.System, NullLogger.Instance, Token);
        await using var source = LedgerDataSource.Open(server.ConnectionString);
        await new Migrator(source, MigrationSet.OfTheProgram).UpAsync(Token);
        await AddTenantsAsync(source);
        await using var store = new BotStore(
            source, TimeProvider.System, new BotStoreOptions { Patience = TimeSpan.FromSeconds(60) }, NullLogger<BotStore>.Instance);
        for (var bot = 1; bot <= Bots; bot++)
        {
            await store.CreateAsync(Creation(bot), Token);
        }

        var committed = new ConcurrentDictionary<int, long>();
        using var enough = new CancellationTokenSource();
        var bots = Enumerable.Range(1, Bots).Select(bot => TradeAsync(store, bot, committed, enough.Token)).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            await UntilAsync(committed, committed.Values.Sum() + 500);
            Kill(kill % 2 == 0 ? server.ProcessId!.Value : await BackendAsync(source));
        }

        await UntilAsync(committed, committed.Values.Sum() + 500);
        await enough.CancelAsync();
        await Task.WhenAll(bots);
        foreach (var bot in await BotsAsync(source))
        {
            Assert.Equal(committed[bot.Number], bot.Version);
            Assert.Equal(bot.Version, BitConverter.ToInt64(bot.Payload));
            Assert.Equal(bot.Version, bot.Fills);
            Assert.Equal(bot.Version, bot.LastFill);
            // A sum, unlike a keyed row, would show a step that was applied twice.
            Assert.Equal(bot.Version, bot.Trades);
        }
    }

    private static async Task TradeAsync(
        BotStore store, int bot, ConcurrentDictionary<int, long> committed, CancellationToken enough)
    {
        for (var version = 0L; !enough.IsCancellationRequested; version++)
        {
            // One copy of each bot only: "outdated" would be an answer that is not true.
            var outcome = await store.CommitAsync(Commit(bot, version, Fill(bot, version + 1), Trade(version + 1)), Token);
            Assert.Equal(CommitOutcome.Committed, outcome);
            committed[bot] = version + 1;
        }
    }

    private static async Task UntilAsync(ConcurrentDictionary<int, long> committed, long steps)
    {
        while (committed.Values.Sum() < steps)
        {
            await Task.Delay(5, Token);
        }
    }

    private static async Task<int> BackendAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync(Token);
        return await connection.ExecuteScalarAsync<int>("""
            select pid from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() order by state = 'active' desc limit 1
            """);
    }

    private static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
    }

    private static async Task<IReadOnlyList<Row>> BotsAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync(Token);
        var rows = await connection.QueryAsync<Row>("""
            select b.number::int as number, s.version, s.payload, count(f.*) as fills, max(f.trade_id::bigint) as lastfill, g.trades
            from bots b join bot_states s on s.bot_id = b.id join bot_figures g on g.bot_id = b.id
            left join fills f on f.bot_id = b.id
            group by b.number, s.version, s.payload, g.trades order by b.number
            """);
        var bots = rows.ToList();
        Assert.Equal(Bots, bots.Count);
        return bots;
    }

    private sealed record Row(int Number, long Version, byte[] Payload, long Fills, long LastFill, long Trades);
}
