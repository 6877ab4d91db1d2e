using BotCluster.Engine.Local;
using BotCluster.Engine.Tests.Contract;
using BotCluster.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotCluster.Engine.Tests.Local;

public sealed class LocalBotEngineTests(PostgresFixture postgres, RealCandles candles) : BotEngineContract(postgres, candles)
{
    internal override async Task<IRunningEngine> RunAsync(FaultyStore store, SteppedFeed feed)
    {
        var options = new LocalEngineOptions
        {
            Installation = "test00",
            FirstRetry = TimeSpan.FromMilliseconds(50),
            LongestRetry = TimeSpan.FromMilliseconds(200),
        };
        var engine = new LocalBotEngine(store, feed, options, TimeProvider.System, NullLogger<LocalBotEngine>.Instance);
        await engine.StartAsync(TestContext.Current.CancellationToken);
        return new Running(engine);
    }

    private sealed class Running(LocalBotEngine engine) : IRunningEngine
    {
        public IBotEngine Engine => engine;

        public async Task StopAsync() => await engine.DisposeAsync();
    }
}
