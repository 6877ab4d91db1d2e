using BotCluster.Engine.Bots;
using BotCluster.Gateways.Replay;
using BotCluster.Ledger.Candles;
using BotCluster.Ledger.Writing;
using BotCluster.Testing;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotCluster.Engine.Tests.Contract;

/// <summary>A database of its own, two clients, real candles, and whatever engine a test runs on them.</summary>
internal sealed class EngineWorld : IAsyncDisposable
{
    public static readonly TenantId First = new(new Guid("11111111-0000-0000-0000-000000000000"));
    public static readonly TenantId Second = new(new Guid("22222222-0000-0000-0000-000000000000"));

    private readonly Func<FaultyStore, SteppedFeed, Task<IRunningEngine>> _run;
    private readonly RealCandles _candles;
    private IRunningEngine? _running;
    private BotStore? _store;

    private EngineWorld(TestDatabase database, RealCandles candles, Func<FaultyStore, SteppedFeed, Task<IRunningEngine>> run)
    {
        Database = database;
        _candles = candles;
        _run = run;
    }

    public TestDatabase Database { get; }

    public FaultyStore Store { get; private set; } = null!;

    public SteppedFeed Feed { get; private set; } = null!;

    public IBotEngine Engine => _running!.Engine;

    public static async Task<EngineWorld> MakeAsync(
        PostgresFixture postgres, RealCandles candles, Func<FaultyStore, SteppedFeed, Task<IRunningEngine>> run)
    {
        var world = new EngineWorld(await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken), candles, run);
        await using var connection = await world.Database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "insert into tenants (id, name, created_at) values (@Id, @Name, now())",
            new[] { new { Id = First.Value, Name = "First" }, new { Id = Second.Value, Name = "Second" } });
        await world.StartAsync();
        await world.Feed.AdvanceAsync(1);
        return world;
    }

    public static BotId Bot(int number) => new(new Guid(number, 0, 0, new byte[8]));

    /// <summary>Trades several times a day on these candles, long and short.</summary>
    public static BotSettings Busy(string symbol = "BTC-USDT-PERP", int fast = 5) => new()
    {
        Name = $"Busy {symbol}",
        Mode = new CrossoverOptions
        {
            Fast = fast, Slow = 21, Sides = TradedSides.Both, AlwaysInMarket = true, Stop = 0.02m, Target = 0.03m, Leverage = 2m,
        },
        Symbols = [Symbol.Parse(symbol)],
        Timeframe = Timeframe.FiveMinutes,
        Budget = 10_000m,
    };

    public async Task StartAsync()
    {
        _store = new BotStore(Database.Source, TimeProvider.System, new BotStoreOptions(), NullLogger<BotStore>.Instance);
        Store = new FaultyStore(_store);
        Feed = new SteppedFeed(new ReplayFeed(
            _candles.Library, new FeedCursor(Database.Source, "replay"), new ReplayOptions { Speed = ReplaySpeed.Max }, TimeProvider.System));
        _running = await _run(Store, Feed);
    }

    public async Task StopAsync()
    {
        if (_running is not null)
        {
            await _running.StopAsync();
            await _store!.DisposeAsync();
            _running = null;
        }
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task<BotId> RunningBotAsync(int number, TenantId? tenant = null, BotSettings? settings = null)
    {
        var token = TestContext.Current.CancellationToken;
        var bot = new NewBot(Bot(number), tenant ?? First, settings ?? Busy());
        Assert.IsType<CommandOutcome.Accepted>(await Engine.CreateAsync(bot, token));
        await AcceptAsync(bot.Id, new BotCommand.Start(), bot.Tenant);
        return bot.Id;
    }

    public async Task<BotSnapshot> AcceptAsync(BotId bot, BotCommand command, TenantId? tenant = null)
    {
        var outcome = await Engine.ExecuteAsync(tenant ?? First, bot, command, TestContext.Current.CancellationToken);
        return Assert.IsType<CommandOutcome.Accepted>(outcome).Snapshot;
    }

    public async Task<string> RefuseAsync(BotId bot, BotCommand command)
    {
        var outcome = await Engine.ExecuteAsync(First, bot, command, TestContext.Current.CancellationToken);
        return Assert.IsType<CommandOutcome.Refused>(outcome).Code;
    }

    public async Task<BotSnapshot> SnapshotAsync(BotId bot, TenantId? tenant = null)
    {
        var snapshot = await Engine.SnapshotAsync(tenant ?? First, bot, TestContext.Current.CancellationToken);
        Assert.NotNull(snapshot);
        return snapshot;
    }

    /// <summary>Every fill of a bot, as one text: two runs traded alike where it is the same.</summary>
    public async Task<string> FillsAsync(BotId bot)
    {
        await using var connection = await Database.Source.OpenConnectionAsync();
        var rows = await connection.QueryAsync<string>(
            """
            select concat_ws(' ', at, purpose, side, quantity, price, fee)
            from fills where bot_id = @Value order by at, order_id, trade_id::bigint
            """,
            new { bot.Value });
        return string.Join('\n', rows);
    }

    public async Task<T> AskAsync<T>(string query, BotId bot)
    {
        await using var connection = await Database.Source.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(query, new { bot.Value }))!;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Database.DisposeAsync();
    }
}

/// <summary>An engine that a test has started.</summary>
internal interface IRunningEngine
{
    IBotEngine Engine { get; }

    Task StopAsync();
}
