using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

public sealed class RiskGateTests
{
    [Fact]
    public void A_gate_without_rules_is_a_mistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RiskGate([]));

    [Fact]
    public void A_shrunk_entry_goes_round_again_from_the_top()
    {
        // 100 at leverage 8: the size allows 280, the leverage cuts to 62.5, the loss at the stop to 40.
        var entry = Given.Entry(300m) with { Leverage = 8m };

        Assert.Equal("shrunk to 40 by position-size, leverage, loss-at-stop", Given.Verdict(entry, Given.View()));
    }

    [Fact]
    public void Rules_run_again_from_the_first_after_a_shrink()
    {
        List<string> calls = [];
        var gate = new RiskGate([new Scripted("first", calls, null), new Scripted("second", calls, 4m), new Scripted("third", calls, null)]);

        gate.Review(Given.Entry(10m), Given.View());

        Assert.Equal(["first", "second", "first", "second", "third"], calls);
    }

    [Fact]
    public void A_rule_that_shrinks_to_more_is_a_mistake()
    {
        var gate = new RiskGate([new Scripted("greedy", [], 11m)]);

        Assert.Throws<InvalidOperationException>(() => gate.Review(Given.Entry(10m), Given.View()));
    }

    [Fact]
    public void An_entry_shrunk_below_the_minimum_is_refused() => Assert.Equal(
        "refused by minimum-order", Given.Verdict(Given.Entry(), Given.View(new RiskLimits { MaximumLongShare = 0.0049m })));

    [Fact]
    public void What_is_unknown_refuses_an_entry()
    {
        var view = Given.View();

        Assert.Equal(RiskUnknown.Instrument, Lacking(view with { Instrument = null }));
        Assert.Equal(RiskUnknown.Instrument, Lacking(view with { Instrument = Given.Instrument(Given.Other) }));
        Assert.Equal(RiskUnknown.Price, Lacking(view with { Price = null }));
        Assert.Equal(RiskUnknown.Equity, Lacking(view with { Equity = null }));
        Assert.Equal(RiskUnknown.PeakEquity, Lacking(view with { Counters = new RiskCounters() }));
        Assert.Equal(RiskUnknown.DayStartEquity, Lacking(view with { Counters = new RiskCounters { PeakEquity = 10_000m } }));
        Assert.Equal(RiskUnknown.DayStartEquity, Lacking(view with { Now = Given.Noon.AddHours(12) }));
    }

    [Theory]
    [InlineData(OrderFlaw.NoQuantity)]
    [InlineData(OrderFlaw.SideAgainstDirection)]
    [InlineData(OrderFlaw.PricesAgainstType)]
    [InlineData(OrderFlaw.LeverageUnderOne)]
    [InlineData(OrderFlaw.OtherQuoteAsset)]
    [InlineData(OrderFlaw.OppositePosition)]
    public void An_order_that_contradicts_itself_is_refused(OrderFlaw flaw)
    {
        var (entry, view) = (Given.Entry(), Given.View());
        var coin = Symbol.Parse("BTC-EUR-PERP");
        var (broken, seen) = flaw switch
        {
            OrderFlaw.NoQuantity => (entry with { Quantity = Quantity.Zero }, view),
            OrderFlaw.SideAgainstDirection => (entry with { Side = Side.Sell }, view),
            OrderFlaw.PricesAgainstType => (entry with { LimitPrice = new Price(100m) }, view),
            OrderFlaw.LeverageUnderOne => (entry with { Leverage = 0m }, view),
            OrderFlaw.OtherQuoteAsset => (entry with { Symbol = coin }, view with { Instrument = Given.Instrument(coin) }),
            _ => (entry, Given.View(null, Given.Position(1m, direction: Direction.Short))),
        };

        var refused = Assert.IsType<RiskVerdict.Refused>(RiskGate.Standard.Review(broken, seen));

        Assert.Equal(new RiskReason.InvalidOrder(flaw), refused.Reason);
    }

    [Fact]
    public void Spot_offers_no_shorts()
    {
        var view = Given.View() with { Instrument = Given.Instrument(Given.Spot) };

        Assert.Equal("refused by short-unavailable", Given.Verdict(Given.Entry(direction: Direction.Short) with { Symbol = Given.Spot }, view));
        Assert.Equal("approved 10", Given.Verdict(Given.Entry() with { Symbol = Given.Spot }, view));
        Assert.Equal("shrunk to 5 by leverage", Given.Verdict(Given.Entry() with { Symbol = Given.Spot, Leverage = 2m }, view));
    }

    [Fact]
    public void Entries_are_in_whole_lots_and_on_the_tick()
    {
        Assert.Equal("shrunk to 1.234 by lot-size", Given.Verdict(Given.Entry(1.2345m), Given.View()));
        Assert.Equal("refused by lot-size", Given.Verdict(Given.Entry(0.0004m), Given.View()));
        Assert.Equal("refused by off-tick", Given.Verdict(Given.Entry() with { ProtectiveStop = new Price(95.001m) }, Given.View()));
        Assert.Equal("refused by off-tick", Given.Verdict(Given.Entry() with { Target = new Price(115.001m) }, Given.View()));
        Assert.Equal(
            "refused by off-tick",
            Given.Verdict(Given.Entry() with { Type = OrderType.Limit, LimitPrice = new Price(99.999m) }, Given.View()));
    }

    private static RiskUnknown Lacking(RiskView view) => Assert.IsType<RiskReason.Unknown>(
        Assert.IsType<RiskVerdict.Refused>(RiskGate.Standard.Review(Given.Entry(), view)).Reason).What;

    private sealed class Scripted(string name, List<string> calls, decimal? most) : IRiskRule
    {
        public RiskFinding? Examine(EntryReview entry)
        {
            calls.Add(name);
            return most is { } quantity && entry.Intent.Quantity.Value != quantity
                ? new RiskFinding.Shrink(
                    entry.Intent with { Quantity = new Quantity(quantity) }, new RiskReason.PositionSize(1m, 0.5m))
                : null;
        }
    }
}
