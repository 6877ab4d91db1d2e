using BotCluster.Engine.Bots;
using BotCluster.Engine.Json;
using BotCluster.Engine.Running;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Tests.Running;

/// <summary>A bot that dies at any of its commits, with the commit or only its answer lost, and is restored by another runner.</summary>
public sealed class BotRunnerCrashTests(Market market) : IClassFixture<Market>
{
    private static readonly BotSettings Settings = new()
    {
        Name = "crash",
        Mode = new CrossoverOptions { Fast = 5, Slow = 21, Sides = TradedSides.Both, AlwaysInMarket = true, Stop = 0.02m, Target = 0.03m, Leverage = 2m },
        Symbols = [Symbol.Parse("BTC-USDT-PERP")],
        Timeframe = Timeframe.FiveMinutes,
        Budget = 10_000m,
    };

    private static readonly BotIdentity Identity =
        new(new BotDefinition(new BotId(Guid.Parse("00000000-0000-0000-0000-000000000001")), new TenantId(Guid.Empty), 1, DateTimeOffset.UnixEpoch), "test00", 1);

    [Fact]
    public async Task Trades_on_these_candles_so_that_there_is_something_to_lose()
    {
        var store = await RunAsync(null, Accident.Lost);

        Assert.True(store.Facts.OfType<Fact.TradeClosed>().Count() >= 10, "too few trades to tell anything");
        Assert.Contains(store.Facts.OfType<Fact.DecisionMade>(), fact => fact.Decision.Verdict == DecisionVerdict.Refused);
    }

    [Theory]
    [InlineData(Accident.Lost)]
    [InlineData(Accident.LandedUnanswered)]
    public async Task Loses_no_order_and_doubles_none_whichever_commit_it_dies_at(Accident accident)
    {
        var commits = (await RunAsync(null, accident)).Commits;
        for (var at = 2; at <= commits; at += 7)
        {
            await CheckAsync(await RunAsync(at, accident), $"{accident} at commit {at}");
        }
    }

    private static async Task CheckAsync(ForgetfulStore store, string where)
    {
        var state = BotStateJson.Read((await store.LoadAsync(Identity.Definition.Id, CancellationToken.None))!.State!.Value.Span);
        var told = store.AccountOfFacts(new Asset("USDT"));

        Assert.True(told.Cash == state.Account.Cash, $"{where}: cash {state.Account.Cash}, its facts say {told.Cash}");
        Assert.True(told.Totals == state.Account.Totals, $"{where}: {state.Account.Totals}, its facts say {told.Totals}");
        Assert.Equal(
            told.Positions.Select(position => (position.Symbol, position.Quantity, position.Cost)),
            state.Account.Positions.Select(position => (position.Symbol, position.Quantity, position.Cost)));

        var fills = store.Facts.OfType<Fact.OrderFilled>().ToArray();
        Assert.Equal(fills.Length, fills.DistinctBy(fill => (fill.Trade.OrderId, fill.Trade.TradeId)).Count());
        foreach (var order in store.Facts.OfType<Fact.OrderChanged>().GroupBy(fact => fact.Order.Id))
        {
            var filled = fills.Where(fill => fill.Trade.OrderId == order.Key).Sum(fill => fill.Trade.Quantity.Value);
            Assert.True(order.Last().Order.Filled.Value == filled, $"{where}: order {order.Key} says {order.Last().Order.Filled}, its fills {filled}");
            Assert.Single(order.Select(fact => fact.Order.Intent).Distinct());

            // The ledger keeps what is latest by the bot's time, so no order may go back in it.
            Assert.True(order.Zip(order.Skip(1)).All(pair => pair.First.At <= pair.Second.At), $"{where}: order {order.Key} goes back in time");
            Assert.True(
                order.Last().Order.Status.IsFinal() || state.Orders.Exists(held => held.Id == order.Key), $"{where}: order {order.Key} was forgotten");
        }
    }

    private async Task<ForgetfulStore> RunAsync(int? accidentAt, Accident accident)
    {
        var store = new ForgetfulStore(Identity.Definition, SettingsJson.Write(Settings)) { AccidentAt = accidentAt, Accident = accident };
        var ports = new RunnerPorts { Store = store, Feed = market.Feed, Installation = "test00", Committed = (_, _) => { } };
        var runner = await BotRunner.CreateAsync(Identity, Settings, ports, CancellationToken.None);
        var started = false;
        for (var index = 0; index < market.Steps.Count;)
        {
            try
            {
                if (!started)
                {
                    Assert.IsType<CommandOutcome.Accepted>(
                        await runner.ExecuteAsync(new BotCommand.Start(), market.Steps[0].At, CancellationToken.None));
                    started = true;
                }

                await runner.StepAsync(market.Steps[index].At, CancellationToken.None);
                index++;
            }
            catch (StoreUnavailableException)
            {
                runner = BotRunner.Restore((await store.LoadAsync(Identity.Definition.Id, CancellationToken.None))!, ports);
                index = runner.LastStep is { } last ? Math.Max(0, market.Steps.TakeWhile(step => step.At <= last).Count()) : 0;
            }
        }

        return store;
    }
}
