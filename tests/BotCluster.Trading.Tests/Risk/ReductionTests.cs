using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

public sealed class ReductionTests
{
    [Theory]
    [InlineData(Direction.Long)]
    [InlineData(Direction.Short)]
    public void A_reduction_passes_though_every_limit_is_broken(Direction direction)
    {
        var held = Given.Position(90m, direction: direction);
        var view = Given.View(null, held) with
        {
            Equity = 10m,
            Price = null,
            Pending = [new PendingEntry(Given.Perpetual, 1_000_000m)],
            Correlation = (_, _) => null,
            Counters = Broken(),
        };

        Assert.Equal("refused by unknown", Given.Verdict(Given.Entry(direction: direction), view));
        Assert.Equal("approved 90", Given.Verdict(Given.Exit(90m, direction), view));
        Assert.Equal("approved 0.001", Given.Verdict(Given.Exit(0.001m, direction) with { Leverage = 100m }, view));
        Assert.Equal("approved 90", Given.Verdict(Given.Exit(90m, direction), view with { Equity = null }));
    }

    [Fact]
    public void Stops_and_targets_pass_as_reductions()
    {
        var view = Given.View(null, Given.Position(5m));
        var stop = Given.Exit(5m) with { Purpose = OrderPurpose.ProtectiveStop, Type = OrderType.Stop, StopPrice = new Price(99.99m) };
        var target = Given.Exit(5m) with { Purpose = OrderPurpose.TakeProfit, Type = OrderType.Limit, LimitPrice = new Price(100.5m) };

        Assert.Equal("approved 5", Given.Verdict(stop, view));
        Assert.Equal("approved 5", Given.Verdict(target, view));
        Assert.Equal("refused by off-tick", Given.Verdict(stop with { StopPrice = new Price(99.995m) }, view));
    }

    [Theory]
    [InlineData(4.999, "approved 4.999")]
    [InlineData(5, "approved 5")]
    [InlineData(5.001, "shrunk to 5 by more-than-held")]
    [InlineData(1.2345, "shrunk to 1.234 by lot-size")]
    [InlineData(0.0004, "refused by lot-size")]
    public void A_reduction_is_of_whole_lots_and_not_more_than_held(double quantity, string verdict) =>
        Assert.Equal(verdict, Given.Verdict(Given.Exit((decimal)quantity), Given.View(null, Given.Position(5m))));

    [Fact]
    public void Dust_under_a_lot_cannot_be_sold() => Assert.Equal(
        "refused by lot-size", Given.Verdict(Given.Exit(1m), Given.View(null, Given.Position(0.0007m))));

    [Fact]
    public void Nothing_is_reduced_where_nothing_is_held()
    {
        Assert.Equal("refused by nothing-held", Given.Verdict(Given.Exit(1m), Given.View()));
        Assert.Equal(
            "refused by nothing-held",
            Given.Verdict(Given.Exit(1m), Given.View(null, Given.Position(1m, direction: Direction.Short))));
    }

    [Fact]
    public void An_invalid_reduction_is_refused()
    {
        var view = Given.View(null, Given.Position(5m));

        Assert.Equal("refused by invalid-order", Given.Verdict(Given.Exit(1m) with { Side = Side.Buy }, view));
        Assert.Equal("refused by invalid-order", Given.Verdict(Given.Exit(0m), view));
        Assert.Equal("refused by invalid-order", Given.Verdict(Given.Exit(1m) with { Type = OrderType.Stop }, view));
        Assert.Equal("refused by unknown", Given.Verdict(Given.Exit(1m), view with { Instrument = null }));
    }

    private static RiskCounters Broken() => new()
    {
        Day = DateOnly.FromDateTime(Given.Noon.UtcDateTime),
        DayStartEquity = 50_000m,
        PeakEquity = 50_000m,
        DailyLossReached = true,
        TradesToday = 1000,
        PausedUntil = Given.Noon.AddDays(1),
        Locks = [new SymbolLock(Given.Perpetual, Given.Noon.AddDays(1), LockCause.Stop)],
    };
}
