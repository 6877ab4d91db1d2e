using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Tests.Cycle;

/// <summary>Whatever is held and not on its way out has its stop, by the end of the turn.</summary>
public sealed class ProtectionTests
{
    [Fact]
    public void Half_an_exit_on_spot_leaves_the_other_half_protected()
    {
        var rig = new CycleRig();
        rig.Flat(100, rig.Long(stop: 96, target: 110));
        rig.Flat(100);
        var half = rig.Position!.Quantity.Value / 2m;

        rig.Flat(100, new Signal.Reduce(rig.Symbol, 0.5m, "half"));

        Assert.Equal(half, rig.Order(OrderPurpose.ProtectiveStop)?.Intent.Quantity.Value);
        Assert.Equal(half, rig.Order(OrderPurpose.TakeProfit)?.Intent.Quantity.Value);
        var stop = rig.Order(OrderPurpose.ProtectiveStop)!.Id;
        rig.Flat(100);
        Assert.Equal(half, rig.Position!.Quantity.Value);
        Assert.Equal(stop, rig.Order(OrderPurpose.ProtectiveStop)?.Id);
    }

    [Fact]
    public void An_exit_that_is_refused_leaves_the_position_protected()
    {
        var rig = new CycleRig();
        rig.Flat(100, rig.Long(stop: 96));
        rig.Flat(100);

        rig.Flat(100, new Signal.Reduce(rig.Symbol, 0.0000001m, "less than a lot"));

        Assert.Null(rig.Order(OrderPurpose.Exit));
        Assert.Equal(rig.Position!.Quantity, rig.Order(OrderPurpose.ProtectiveStop)?.Intent.Quantity);
    }

    [Fact]
    public void A_quantity_that_is_no_whole_number_of_lots_is_protected_once_and_not_at_every_candle()
    {
        var rig = new CycleRig();
        rig.State.Account.BookEntry(Bought(rig, 1.0000001m), Entry(rig, 1.0000001m), 1);

        rig.Flat(100);
        rig.Flat(100);
        rig.Flat(100);

        var stops = rig.Journal.Of<Fact.OrderChanged>().Select(fact => fact.Order).Where(order => order.Status == OrderStatus.Open);
        Assert.Equal(1m, Assert.Single(stops).Intent.Quantity.Value);
    }

    [Fact]
    public void A_symbol_that_is_not_listed_any_more_stops_no_other()
    {
        var rig = new CycleRig(settings => settings with { Symbols = [CycleRig.Bitcoin, Symbol.Parse("GONE-USDT")] });

        rig.Flat(100, rig.Long(stop: 96), new Signal.Enter(Symbol.Parse("GONE-USDT"), Direction.Long, 0.8, "up"));
        rig.Flat(100);

        Assert.NotNull(rig.Position);
        Assert.NotNull(rig.Order(OrderPurpose.ProtectiveStop));
        Assert.Equal(DecisionVerdict.Refused, rig.Journal.Decisions.Last().Verdict);
    }

    private static OrderIntent Entry(CycleRig rig, decimal quantity) => new()
    {
        Symbol = rig.Symbol,
        Side = Side.Buy,
        Direction = Direction.Long,
        Quantity = new Quantity(quantity),
        Purpose = OrderPurpose.Entry,
        ProtectiveStop = new Price(96m),
        Reason = "up",
    };

    private static VenueTrade Bought(CycleRig rig, decimal quantity) => new(
        ClientOrderId.Of("test00", 7, 1, 0),
        "1",
        rig.Symbol,
        Side.Buy,
        new Price(100m),
        new Quantity(quantity),
        new Money(0m, new Asset("USDT")),
        rig.Now,
        Liquidity.Taker);
}
