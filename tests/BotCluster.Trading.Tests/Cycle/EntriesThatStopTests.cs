using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;

namespace BotCluster.Trading.Tests.Cycle;

/// <summary>An entry is not always done when the bot has changed its mind: what is left of it must not go on by itself.</summary>
public sealed class EntriesThatStopTests
{
    [Fact]
    public void Closing_a_position_takes_the_rest_of_its_entry_off_the_book()
    {
        var rig = new CycleRig();
        rig.Flat(100, rig.Long(stop: 96));

        rig.CandleOf(100, 100, 100, 100, 30, rig.Close());
        rig.Flat(100);

        Assert.Null(rig.Position);
        Assert.Empty(rig.State.Orders);
    }

    [Fact]
    public void A_stop_that_is_touched_ends_the_entry_it_protects()
    {
        var rig = new CycleRig();
        rig.Flat(100, rig.Long(stop: 96));

        rig.CandleOf(100, 100, 90, 94, 30);
        rig.Flat(94);

        Assert.Null(rig.Position);
        Assert.Empty(rig.State.Orders);
        Assert.Single(rig.Journal.Of<Fact.OrderFilled>(), fact => fact.Purpose == OrderPurpose.Entry);
    }

    [Fact]
    public void A_drawdown_stop_cancels_entries_that_wait()
    {
        var rig = new CycleRig(settings => settings with
        {
            Risk = settings.Risk with { MaximumDrawdown = 0.01m, MaximumLossPerTrade = 0.10m, MaximumDailyLoss = 100_000m },
        });
        rig.Flat(100, rig.Long(stop: 80, share: 0.30m));

        rig.CandleOf(100, 100, 90, 90, 200);
        var held = rig.Position!.Quantity;
        rig.Flat(90);

        Assert.Equal((EntryBlock.Drawdown, BotStatus.Stopped), (rig.State.Block, rig.State.Status));
        Assert.Equal(held, rig.Position!.Quantity);
    }

    [Fact]
    public async Task Cancelling_the_entries_forgets_the_second_half_of_a_flip_too()
    {
        var rig = new CycleRig(symbol: CycleRig.BitcoinPerpetual);
        rig.Flat(100, rig.Long(stop: 96));
        rig.Flat(100);
        rig.Flat(100, rig.Close(), rig.Short(stop: 104));

        await rig.Cycle.CancelEntriesAsync("By hand.", rig.Now, TestContext.Current.CancellationToken);
        rig.Flat(100);
        rig.Flat(100);

        Assert.Null(rig.Position);
    }

    [Fact]
    public void What_has_waited_and_what_is_decided_now_are_one_durable_step()
    {
        var rig = new CycleRig(
            settings => settings with { Symbols = [CycleRig.BitcoinPerpetual, CycleRig.EtherPerpetual] }, CycleRig.BitcoinPerpetual);
        rig.Flat(100, rig.Long(stop: 96));
        rig.Flat(100);
        rig.Flat(100, rig.Close(), rig.Short(stop: 104));

        var before = rig.Journal.Commits;
        rig.Flat(100, new Signal.Enter(CycleRig.EtherPerpetual, Direction.Long, 0.8, "up") { Stop = 96 });

        Assert.Equal(1, rig.Journal.Commits - before);
        Assert.Equal(2, rig.State.Orders.Count(order => order.Intent.Purpose == OrderPurpose.Entry));
    }
}
