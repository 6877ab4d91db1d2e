using System.Text.Json;
using BotCluster.Engine.Json;
using BotCluster.Gateways.Replay;
using BotCluster.Gateways.Tests.Replay;
using BotCluster.Testing;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Gateways.Tests.Demo;

public sealed class DemoFleetTests(RealCandles real)
{
    private static readonly string Path = System.IO.Path.Combine(DemoFiles.Folder, "demo-fleet.json");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Has_two_clients_of_twelve_bots_over_all_modes()
    {
        using var fleet = JsonDocument.Parse(File.ReadAllText(Path));

        var clients = fleet.RootElement.GetProperty("clients").EnumerateArray().ToList();

        Assert.Equal(["Harbour Street", "Lighthouse"], clients.Select(client => client.GetProperty("name").GetString()));
        Assert.All(clients, client => Assert.Equal(12, client.GetProperty("bots").GetArrayLength()));
        var bots = clients.SelectMany(client => client.GetProperty("bots").EnumerateArray()).ToList();
        Assert.Equal(24, bots.Select(bot => bot.GetProperty("name").GetString()).Distinct().Count());
        Assert.Equal(
            ["crossover", "indicator", "trinity"],
            bots.Select(bot => bot.GetProperty("mode").GetProperty("kind").GetString()!).Distinct().Order());
    }

    [Fact]
    public async Task Shows_wins_losses_and_refusals_within_five_minutes_of_the_replay()
    {
        const int FiveMinutes = 300;
        var feed = new ReplayFeed(
            real.Library, new MemoryCursor(), new ReplayOptions { Speed = ReplaySpeed.Max }, new ManualTimeProvider());
        var facts = new FactCount();
        var runners = await facts.StartAsync(Settings(feed), feed, Token);

        for (var number = 0; number < FiveMinutes; number++)
        {
            var step = (await feed.NextAsync(Token))!;
            foreach (var runner in runners.Where(runner => runner.Settings.Symbols.Any(step.Symbols.Contains)))
            {
                await runner.StepAsync(step.At, Token);
            }
        }

        Assert.All(runners, runner => Assert.True(
            facts.Of<Fact.OrderFilled>(runner).Any(), $"{runner.Settings.Name} did not trade"));
        Assert.All(runners, runner => Assert.True(
            facts.Of<Fact.EquityMarked>(runner).Any(), $"{runner.Settings.Name} has no equity"));
        var trades = runners.SelectMany(facts.Of<Fact.TradeClosed>).ToList();
        Assert.InRange(trades.Count(trade => trade.Trade.NetProfit > 0), 10, 1_000);
        Assert.InRange(trades.Count(trade => trade.Trade.NetProfit < 0), 10, 1_000);
        var refusals = runners.SelectMany(facts.Of<Fact.DecisionMade>)
            .Where(decision => decision.Decision.Verdict == DecisionVerdict.Refused)
            .Select(decision => decision.Decision.VerdictCode)
            .ToList();
        Assert.InRange(refusals.Count, 20, 1_000);
        Assert.InRange(refusals.Distinct().Count(), 4, 100);
    }

    private static List<BotSettings> Settings(ReplayFeed feed)
    {
        using var fleet = JsonDocument.Parse(File.ReadAllText(Path));
        return
        [
            .. fleet.RootElement.GetProperty("clients").EnumerateArray()
                .SelectMany(client => client.GetProperty("bots").EnumerateArray())
                .Select(bot => SettingsJson.Check(bot, feed.Instruments, feed.FinestOf) switch
                {
                    SettingsReading.Accepted accepted => accepted.Settings,
                    var refused => throw new InvalidOperationException($"{bot.GetProperty("name")}: {refused}"),
                }),
        ];
    }
}
