using System.Collections.Concurrent;
using BotCluster.Engine.Bots;
using BotCluster.Testing;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Tests.Contract;

/// <summary>What every engine promises, tried on real candles and a real database.</summary>
public abstract class BotEngineContract(PostgresFixture postgres, RealCandles candles)
{
    private const int SomeHours = 60;

    internal abstract Task<IRunningEngine> RunAsync(FaultyStore store, SteppedFeed feed);

    internal Task<EngineWorld> WorldAsync() => EngineWorld.MakeAsync(postgres, candles, RunAsync);

    [Fact]
    public async Task Makes_a_bot_once_however_often_it_is_asked()
    {
        await using var world = await WorldAsync();
        var bot = new NewBot(EngineWorld.Bot(1), EngineWorld.First, EngineWorld.Busy());
        var token = TestContext.Current.CancellationToken;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Engine.CreateAsync(bot, token)));
        var foreign = await world.Engine.CreateAsync(bot with { Tenant = EngineWorld.Second }, token);

        Assert.All(answers, answer => Assert.Equal(1, Assert.IsType<CommandOutcome.Accepted>(answer).Snapshot.Version));
        Assert.IsType<CommandOutcome.NotFound>(foreign);
        Assert.Equal(1, await world.AskAsync<int>("select count(*) from cash_bookings where bot_id = @Value", bot.Id));
    }

    [Fact]
    public async Task Shows_a_bot_to_its_own_client_only()
    {
        await using var world = await WorldAsync();
        var bot = await world.RunningBotAsync(1);
        var token = TestContext.Current.CancellationToken;

        Assert.NotNull(await world.Engine.SnapshotAsync(EngineWorld.First, bot, token));
        Assert.Null(await world.Engine.SnapshotAsync(EngineWorld.Second, bot, token));
        Assert.Null(await world.Engine.SnapshotAsync(EngineWorld.First, EngineWorld.Bot(2), token));
        Assert.IsType<CommandOutcome.NotFound>(
            await world.Engine.ExecuteAsync(EngineWorld.Second, bot, new BotCommand.Pause(), token));
    }

    [Fact]
    public async Task Keeps_state_and_ledger_in_agreement_to_the_last_decimal()
    {
        await using var world = await WorldAsync();
        var bot = await world.RunningBotAsync(1);

        await world.Feed.AdvanceAsync(SomeHours * 5);
        Assert.True(await world.AskAsync<int>("select count(*) from trades where bot_id = @Value", bot) >= 3, "too few trades");
        Assert.Equal(SomeHours * 5, (await AgreeAsync(world, bot)).Cycles);
    }

    [Fact]
    public async Task Carries_on_after_a_restart_as_if_nothing_had_happened()
    {
        await using var straight = await WorldAsync();
        await using var interrupted = await WorldAsync();
        var bot = await straight.RunningBotAsync(1);
        await interrupted.RunningBotAsync(1);

        await straight.Feed.AdvanceAsync(SomeHours * 4);
        for (var part = 0; part < 4; part++)
        {
            await interrupted.Feed.AdvanceAsync(SomeHours);
            await interrupted.RestartAsync();
        }

        Assert.NotEqual("", await straight.FillsAsync(bot));
        Assert.Equal(await straight.FillsAsync(bot), await interrupted.FillsAsync(bot));
        await interrupted.Feed.AdvanceAsync(1);
        await straight.Feed.AdvanceAsync(1);
        Assert.Equal((await straight.SnapshotAsync(bot)).Equity, (await interrupted.SnapshotAsync(bot)).Equity);
    }

    [Fact]
    public async Task Answers_a_repeated_command_as_the_first()
    {
        await using var world = await WorldAsync();
        var bot = await world.RunningBotAsync(1);
        await world.Feed.AdvanceAsync(SomeHours);

        Assert.Equal(BotStatus.Running, (await world.AcceptAsync(bot, new BotCommand.Start())).Status);
        Assert.Equal(BotStatus.Paused, (await world.AcceptAsync(bot, new BotCommand.Pause())).Status);
        Assert.Equal(BotStatus.Paused, (await world.AcceptAsync(bot, new BotCommand.Pause())).Status);
        Assert.Equal(BotStatus.Running, (await world.AcceptAsync(bot, new BotCommand.Resume())).Status);
        Assert.Equal("not-flat", await world.RefuseAsync(bot, new BotCommand.Retire()));
        Assert.Equal("no-tested-venue", await world.RefuseAsync(bot, new BotCommand.Arm()));

        await world.AcceptAsync(bot, new BotCommand.Stop());
        await world.AcceptAsync(bot, new BotCommand.Stop());
        await world.AcceptAsync(bot, new BotCommand.ClosePosition(null));
        await world.Feed.AdvanceAsync(3);
        Assert.Empty((await world.SnapshotAsync(bot)).Positions);
        Assert.Equal(BotStatus.Retired, (await world.AcceptAsync(bot, new BotCommand.Retire())).Status);
        Assert.Equal(BotStatus.Retired, (await world.AcceptAsync(bot, new BotCommand.Retire())).Status);
        Assert.Equal("retired", await world.RefuseAsync(bot, new BotCommand.Start()));
    }

    [Fact]
    public async Task Books_a_change_of_budget_as_a_transfer_and_never_as_a_loss()
    {
        await using var world = await WorldAsync();
        var bot = await world.RunningBotAsync(1);
        await world.Feed.AdvanceAsync(10);

        var before = await world.SnapshotAsync(bot);
        var after = await world.AcceptAsync(bot, new BotCommand.ChangeBudget(-4_000m));

        Assert.Equal(before.Equity - 4_000m, after.Equity);
        Assert.Equal(before.Equity!.Value / before.PeakEquity!.Value, after.Equity!.Value / after.PeakEquity!.Value, 10);
        Assert.Null(after.Block);
        Assert.Equal(6_000m, after.Settings.Budget);
        Assert.Equal("insufficient-cash", await world.RefuseAsync(bot, new BotCommand.ChangeBudget(-1_000_000m)));
    }

    [Fact]
    public async Task Kills_all_bots_of_a_client_and_lets_none_enter_until_released()
    {
        await using var world = await WorldAsync();
        var mine = await Task.WhenAll(Enumerable.Range(1, 6).Select(number => world.RunningBotAsync(number, settings: EngineWorld.Busy(fast: 3 + number))));
        var other = await world.RunningBotAsync(7, EngineWorld.Second);
        await world.Feed.AdvanceAsync(SomeHours);
        var token = TestContext.Current.CancellationToken;

        var report = await world.Engine.KillAsync(EngineWorld.First, "test", token);

        Assert.Equal(6, report.Confirmed);
        Assert.Empty(report.Unconfirmed);
        await world.Feed.AdvanceAsync(3);
        foreach (var bot in mine)
        {
            var killed = await world.SnapshotAsync(bot);
            Assert.Equal(EntryBlock.Killed, killed.Block);
            Assert.Empty(killed.Positions);
            Assert.Equal("killed", await world.RefuseAsync(bot, new BotCommand.Start()));
        }

        var late = new NewBot(EngineWorld.Bot(8), EngineWorld.First, EngineWorld.Busy());
        Assert.IsType<CommandOutcome.Accepted>(await world.Engine.CreateAsync(late, token));
        Assert.Equal("killed", await world.RefuseAsync(late.Id, new BotCommand.Start()));
        Assert.Null((await world.SnapshotAsync(other, EngineWorld.Second)).Block);

        await world.Engine.ReleaseAsync(EngineWorld.First, token);
        Assert.Null((await world.SnapshotAsync(mine[0])).Block);
        Assert.Equal(BotStatus.Running, (await world.AcceptAsync(mine[0], new BotCommand.Start())).Status);
    }

    [Fact]
    public async Task Keeps_a_bots_failure_to_itself_and_trades_on_as_if_it_had_not_failed()
    {
        await using var calm = await WorldAsync();
        await using var world = await WorldAsync();
        var healthy = await world.RunningBotAsync(1);
        var failing = await world.RunningBotAsync(2, settings: EngineWorld.Busy("ETH-USDT-PERP"));
        await calm.RunningBotAsync(1);
        await calm.RunningBotAsync(2, settings: EngineWorld.Busy("ETH-USDT-PERP"));
        await calm.Feed.AdvanceAsync(SomeHours * 2);

        await world.Feed.AdvanceAsync(SomeHours);
        world.Store.Before = commit => commit.Bot == failing ? new InvalidOperationException("boom") : null;
        await world.Feed.AdvanceAsync(SomeHours);

        var trouble = (await world.SnapshotAsync(failing)).Trouble;
        Assert.NotNull(trouble);
        Assert.Contains("boom", trouble.Text, StringComparison.Ordinal);
        Assert.Null((await world.SnapshotAsync(healthy)).Trouble);
        Assert.Equal(1, (await world.Engine.SummariseAsync(null, TestContext.Current.CancellationToken)).Troubled);
        Assert.Equal(await calm.FillsAsync(healthy), await world.FillsAsync(healthy));

        world.Store.Before = _ => null;
        await Eventually.HoldsAsync(async () => (await world.SnapshotAsync(failing)).Trouble is null);
        await Eventually.HoldsAsync(async () => await calm.FillsAsync(failing) == await world.FillsAsync(failing));
        Assert.Equal(1, await world.AskAsync<int>("select count(*) from alerts where bot_id = @Value and code = 'bot-trouble'", failing));
        var lag = (await world.Engine.SummariseAsync(null, TestContext.Current.CancellationToken)).CycleLag;
        Assert.Equal(TimeSpan.Zero, lag);
    }

    [Fact]
    public async Task Waits_for_a_store_that_is_away_and_recovers_by_itself()
    {
        await using var calm = await WorldAsync();
        await using var world = await WorldAsync();
        var bots = new List<BotId>();
        for (var number = 1; number <= 5; number++)
        {
            await calm.RunningBotAsync(number, settings: EngineWorld.Busy(fast: 3 + number));
            bots.Add(await world.RunningBotAsync(number, settings: EngineWorld.Busy(fast: 3 + number)));
        }

        await calm.Feed.AdvanceAsync(SomeHours * 2);
        await world.Feed.AdvanceAsync(SomeHours);
        var away = new StoreUnavailableException("The database is away.");
        (world.Store.Before, world.Store.Loading, world.Feed.Failure) = (_ => away, () => away, away);
        world.Feed.Allow(SomeHours);
        var command = await world.Engine.ExecuteAsync(
            EngineWorld.First, bots[0], new BotCommand.ChangeBudget(1m), TestContext.Current.CancellationToken);
        Assert.IsType<CommandOutcome.Unavailable>(command);
        var fills = await Task.WhenAll(bots.Select(world.FillsAsync));
        (world.Store.Before, world.Store.Loading, world.Feed.Failure) = (_ => null, () => null, null);
        await world.Feed.DoneAsync(SomeHours);

        for (var index = 0; index < bots.Count; index++)
        {
            var bot = bots[index];
            await Eventually.HoldsAsync(async () => await calm.FillsAsync(bot) == await world.FillsAsync(bot));
            Assert.StartsWith(fills[index], await world.FillsAsync(bot), StringComparison.Ordinal);
        }

        Assert.Equal(0, await world.AskAsync<int>("select count(*) from alerts where code = 'bot-trouble' and bot_id <> @Value", EngineWorld.Bot(0)));
    }

    [Fact]
    public async Task Reads_the_bot_again_where_a_commit_landed_though_its_answer_was_lost()
    {
        await using var world = await WorldAsync();
        var bot = await world.RunningBotAsync(1);
        var commits = 0;
        world.Store.After = _ => ++commits % 5 == 0 ? new StoreUnavailableException("The answer was lost.") : null;
        await world.Feed.AdvanceAsync(SomeHours * 3);
        world.Store.After = _ => null;

        await Eventually.HoldsAsync(async () => (await world.SnapshotAsync(bot)).Trouble is null);
        var lag = (await world.Engine.SummariseAsync(null, TestContext.Current.CancellationToken)).CycleLag;
        Assert.Equal(TimeSpan.Zero, lag);
        Assert.True(await world.AskAsync<int>("select count(*) from fills where bot_id = @Value", bot) > 0, "nothing was traded");
        await AgreeAsync(world, bot);
        var open = (await world.SnapshotAsync(bot)).Orders.Count;
        Assert.Equal(open, await world.AskAsync<int>(
            "select count(*) from orders where bot_id = @Value and status in ('Recorded', 'Unsettled', 'Open', 'PartiallyFilled')", bot));
    }

    [Fact]
    public async Task Sums_its_fleet_up_without_asking_every_bot()
    {
        await using var world = await WorldAsync();
        for (var number = 1; number <= 4; number++)
        {
            await world.RunningBotAsync(number, number == 4 ? EngineWorld.Second : EngineWorld.First, EngineWorld.Busy(fast: 3 + number));
        }

        await world.Feed.AdvanceAsync(SomeHours * 2);
        await world.AcceptAsync(EngineWorld.Bot(1), new BotCommand.Pause());
        var all = await world.Engine.SummariseAsync(null, TestContext.Current.CancellationToken);
        var first = await world.Engine.SummariseAsync(EngineWorld.First, TestContext.Current.CancellationToken);
        var snapshots = new List<BotSnapshot>();
        for (var number = 1; number <= 4; number++)
        {
            snapshots.Add(await world.SnapshotAsync(EngineWorld.Bot(number), number == 4 ? EngineWorld.Second : EngineWorld.First));
        }

        Assert.Equal(new Dictionary<BotStatus, int> { [BotStatus.Running] = 3, [BotStatus.Paused] = 1 }, all.BotsByStatus);
        Assert.Equal(3, first.BotsByStatus.Values.Sum());
        Assert.Equal(40_000m, all.Budget);
        Assert.Equal(30_000m, first.Budget);
        Assert.Equal(snapshots.Sum(bot => bot.Totals.Realised), all.Realised);
        Assert.Equal(snapshots.Sum(bot => bot.Totals.Fees), all.Fees);
        Assert.Equal(snapshots.Sum(bot => bot.Positions.Count), all.OpenPositions);
        Assert.Equal(snapshots.Sum(bot => bot.Orders.Count), all.WorkingOrders);
        Assert.Equal(snapshots.Sum(bot => bot.Cycles), all.Cycles);
        Assert.Equal(snapshots.Sum(bot => bot.Refusals), all.Refusals);
        Assert.Equal(await world.AskAsync<long>("select count(*) from fills where bot_id <> @Value", EngineWorld.Bot(0)), all.Fills);
        Assert.Equal(await world.AskAsync<long>("select count(*) from orders where bot_id <> @Value", EngineWorld.Bot(0)), all.Orders);
        Assert.Equal(TimeSpan.Zero, all.CycleLag);
    }

    [Fact]
    public async Task Tells_its_observers_of_every_durable_step()
    {
        await using var world = await WorldAsync();
        var heard = new ConcurrentQueue<BotEvent>();
        using (world.Engine.Subscribe(new Ear(heard)))
        {
            using var deaf = world.Engine.Subscribe(new Ear(null));
            await world.RunningBotAsync(1);
            await world.Feed.AdvanceAsync(SomeHours * 2);
        }

        var count = heard.Count;
        await world.AcceptAsync(EngineWorld.Bot(1), new BotCommand.Pause());

        Assert.Equal(count, heard.Count);
        var fills = heard.SelectMany(step => step.Facts).OfType<Fact.OrderFilled>().Count();
        Assert.Equal(await world.AskAsync<int>("select count(*) from fills where bot_id = @Value", EngineWorld.Bot(1)), fills);
        Assert.True(fills > 0, "nothing was traded");
        Assert.Equal(heard.Select(step => step.Snapshot.Version).Order(), heard.Select(step => step.Snapshot.Version));
    }

    // Cash, fees and positions of the bot are what its fills and bookings in the ledger make them.
    private static async Task<BotSnapshot> AgreeAsync(EngineWorld world, BotId bot)
    {
        var snapshot = await world.SnapshotAsync(bot);
        Assert.Equal(snapshot.Totals.Fees, await world.AskAsync<decimal>("select sum(fee) from fills where bot_id = @Value", bot));
        var moved = await world.AskAsync<decimal>(
            "select sum(case side when 'Buy' then price * quantity else -price * quantity end) from fills where bot_id = @Value", bot);
        var held = await world.AskAsync<decimal>(
            "select sum(case side when 'Buy' then quantity else -quantity end) from fills where bot_id = @Value", bot);
        var paid = await world.AskAsync<decimal>("select sum(amount) from cash_bookings where bot_id = @Value", bot);
        var positions = snapshot.Positions.Select(of => of.Position).ToArray();
        Assert.Equal(held, positions.Sum(of => of.Direction.Sign() * of.Quantity.Value));
        Assert.Equal(paid - moved + positions.Sum(of => of.Direction.Sign() * of.Cost) - snapshot.Totals.Fees, snapshot.Cash, 10);
        return snapshot;
    }

    private sealed class Ear(ConcurrentQueue<BotEvent>? heard) : IBotObserver
    {
        // An observer without a queue fails each time: nobody but the log may notice.
        public void OnCommitted(BotEvent committed) => (heard ?? throw new InvalidOperationException("deaf")).Enqueue(committed);
    }
}
