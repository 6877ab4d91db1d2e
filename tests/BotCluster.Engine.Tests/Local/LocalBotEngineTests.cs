using BotCluster.Engine.Bots;
using BotCluster.Engine.Local;
using BotCluster.Engine.Tests.Contract;
using BotCluster.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotCluster.Engine.Tests.Local;

public sealed class LocalBotEngineTests(PostgresFixture postgres, RealCandles candles) : BotEngineContract(postgres, candles)
{
    private LocalEngineOptions _options = new()
    {
        Installation = "test00",
        FirstRetry = TimeSpan.FromMilliseconds(50),
        LongestRetry = TimeSpan.FromMilliseconds(200),
    };

    [Fact]
    public async Task Leaves_a_slow_bot_behind_and_lets_it_catch_up_candle_by_candle()
    {
        await using var calm = await WorldAsync();
        _options = _options with { StepPatience = TimeSpan.FromMilliseconds(300) };
        await using var world = await WorldAsync();
        foreach (var either in (EngineWorld[])[calm, world])
        {
            await either.RunningBotAsync(1);
            await either.RunningBotAsync(2, settings: EngineWorld.Busy("ETH-USDT-PERP"));
        }

        var (quick, slow) = (EngineWorld.Bot(1), EngineWorld.Bot(2));
        await calm.Feed.AdvanceAsync(60);
        var road = new TaskCompletionSource();
        world.Store.Delay = commit => commit.Bot == slow ? road.Task : Task.CompletedTask;
        await world.Feed.AdvanceAsync(60);

        Assert.Equal(await calm.FillsAsync(quick), await world.FillsAsync(quick));
        Assert.True((await world.Engine.SummariseAsync(null, TestContext.Current.CancellationToken)).CycleLag > TimeSpan.FromHours(1));
        world.Store.Delay = _ => Task.CompletedTask;
        road.SetResult();

        await Eventually.HoldsAsync(async () => await calm.FillsAsync(slow) == await world.FillsAsync(slow));
        await Eventually.HoldsAsync(async () =>
            (await world.Engine.SummariseAsync(null, TestContext.Current.CancellationToken)).CycleLag == TimeSpan.Zero);
    }

    [Fact]
    public async Task Stops_although_a_turn_hangs_and_loses_nothing()
    {
        await using var calm = await WorldAsync();
        await calm.RunningBotAsync(1);
        await calm.Feed.AdvanceAsync(120);
        _options = _options with { StopPatience = TimeSpan.FromMilliseconds(500) };
        await using var world = await WorldAsync();
        var bot = await world.RunningBotAsync(1);
        await world.Feed.AdvanceAsync(60);
        var hung = new TaskCompletionSource();
        world.Store.Delay = async _ =>
        {
            hung.TrySetResult();
            await Task.Delay(TimeSpan.FromSeconds(4));
        };
        world.Feed.Allow(3);
        await hung.Task;

        var began = TimeProvider.System.GetTimestamp();
        await world.StopAsync();
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(4), "the stop waited for a turn that hangs");
        await world.StartAsync();
        for (var step = 60; step < 123 && await calm.FillsAsync(bot) != await world.FillsAsync(bot); step++)
        {
            await world.Feed.AdvanceAsync(1);
        }

        Assert.Equal(await calm.FillsAsync(bot), await world.FillsAsync(bot));
    }

    [Fact]
    public async Task Takes_no_command_once_it_stops()
    {
        await using var world = await WorldAsync();
        var bot = await world.RunningBotAsync(1);
        var engine = world.Engine;
        Assert.True(engine.State.IsRunning);

        await world.StopAsync();

        Assert.False(engine.State.IsRunning);
        var token = TestContext.Current.CancellationToken;
        Assert.IsType<CommandOutcome.Unavailable>(
            await engine.ExecuteAsync(EngineWorld.First, bot, new BotCommand.Pause(), token));
        Assert.IsType<CommandOutcome.Unavailable>(
            await engine.CreateAsync(new NewBot(EngineWorld.Bot(2), EngineWorld.First, EngineWorld.Busy()), token));
    }

    [Fact]
    public async Task Trades_by_the_wall_clock_as_it_does_by_the_feed()
    {
        await using var calm = await WorldAsync();
        await calm.RunningBotAsync(1);
        await calm.Feed.AdvanceAsync(120);
        _options = _options with { Drive = EngineDrive.Cadence };
        await using var world = await WorldAsync();
        var bot = await world.RunningBotAsync(1, settings: EngineWorld.Busy() with { Cadence = TimeSpan.FromSeconds(1) });

        await world.Feed.AdvanceAsync(120);

        await Eventually.HoldsAsync(async () => await calm.FillsAsync(bot) == await world.FillsAsync(bot));
        Assert.NotEqual("", await world.FillsAsync(bot));
    }

    [Fact]
    public void Spreads_phases_evenly_and_keeps_them()
    {
        var now = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var cadence = TimeSpan.FromSeconds(60);
        var dues = Enumerable.Range(0, 6_000).Select(number => CadenceDriver.DueIn(now, EngineWorld.Bot(number), cadence)).ToArray();

        Assert.All(dues, due => Assert.InRange(due, TimeSpan.FromTicks(1), cadence));
        var bySecond = dues.GroupBy(due => (int)due.TotalSeconds).Select(group => group.Count()).ToArray();
        Assert.InRange(bySecond.Min(), 60, 100);
        Assert.InRange(bySecond.Max(), 100, 145);
        Assert.Equal(dues[7], CadenceDriver.DueIn(now + cadence, EngineWorld.Bot(7), cadence));
    }

    internal override async Task<IRunningEngine> RunAsync(FaultyStore store, SteppedFeed feed)
    {
        var engine = new LocalBotEngine(store, feed, _options, TimeProvider.System, NullLogger<LocalBotEngine>.Instance);
        await engine.StartAsync(TestContext.Current.CancellationToken);
        return new Running(engine);
    }

    private sealed class Running(LocalBotEngine engine) : IRunningEngine
    {
        public IBotEngine Engine => engine;

        public async Task StopAsync() => await engine.DisposeAsync();
    }
}
