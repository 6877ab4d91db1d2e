using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

public sealed class StopAndTargetRules
{
    [Theory]
    [InlineData(106.5, "approved 10")]
    [InlineData(106.51, "approved 10")]
    [InlineData(106.49, "refused by reward-risk")]
    [InlineData(100.01, "refused by reward-risk")]
    [InlineData(100, "refused by target-wrong-side")]
    [InlineData(94, "refused by target-wrong-side")]
    public void A_target_is_worth_the_risk(double target, string verdict) => Assert.Equal(
        verdict, Given.Verdict(Given.Entry() with { Target = new Price((decimal)target) }, Given.View()));

    [Theory]
    [InlineData(93.5, "approved 10")]
    [InlineData(93.51, "refused by reward-risk")]
    [InlineData(101, "refused by target-wrong-side")]
    public void A_short_has_its_target_below(double target, string verdict) => Assert.Equal(
        verdict,
        Given.Verdict(Given.Entry(direction: Direction.Short) with { Target = new Price((decimal)target) }, Given.View()));

    [Theory]
    [InlineData(107.5, "approved 10")]
    [InlineData(107.49, "refused by reward-risk")]
    public void The_trade_filter_asks_for_more_reward(double target, string verdict) => Assert.Equal(
        verdict,
        Given.Verdict(
            Given.Entry() with { Target = new Price((decimal)target) },
            Given.View(new RiskLimits { MinimumWinProbability = 0.3m })));

    [Fact]
    public void An_entry_without_a_target_is_not_asked_for_its_reward() =>
        Assert.Equal("approved 10", Given.Verdict(Given.Entry(), Given.View(new RiskLimits { MinimumRewardToRisk = 20m })));

    [Theory]
    [InlineData(98.5, "approved 2")]
    [InlineData(98.51, "refused by stop-too-close")]
    [InlineData(98.49, "approved 2")]
    [InlineData(75, "approved 2")]
    [InlineData(75.01, "approved 2")]
    [InlineData(74.99, "refused by stop-too-far")]
    [InlineData(100, "refused by stop-wrong-side")]
    [InlineData(103, "refused by stop-wrong-side")]
    public void A_stop_is_neither_too_close_nor_too_far(double stop, string verdict) => Assert.Equal(
        verdict, Given.Verdict(Given.Entry(2m) with { ProtectiveStop = new Price((decimal)stop) }, Given.View()));

    [Theory]
    [InlineData(33.37, 32.87, "approved 2")] // 1.4984 % away: 32.86945 rounded to the tick
    [InlineData(33.37, 32.88, "refused by stop-too-close")]
    [InlineData(33.35, 25.01, "approved 2")] // 25.0075 % away: 25.0125 rounded to the tick
    [InlineData(33.35, 25.00, "refused by stop-too-far")]
    public void A_stop_that_was_rounded_to_the_tick_is_at_its_bound(double price, double stop, string verdict) => Assert.Equal(
        verdict,
        Given.Verdict(
            Given.Entry(2m) with { ProtectiveStop = new Price((decimal)stop) },
            Given.View() with { Price = new Price((decimal)price) }));

    [Theory]
    [InlineData(101.5, "approved 2")]
    [InlineData(101.49, "refused by stop-too-close")]
    [InlineData(125.01, "refused by stop-too-far")]
    [InlineData(99, "refused by stop-wrong-side")]
    public void A_short_has_its_stop_above(double stop, string verdict) => Assert.Equal(
        verdict,
        Given.Verdict(Given.Entry(2m, Direction.Short) with { ProtectiveStop = new Price((decimal)stop) }, Given.View()));

    [Theory]
    [InlineData(80.01, "approved 2")]
    [InlineData(80, "refused by stop-beyond-liquidation")]
    [InlineData(76, "refused by stop-beyond-liquidation")]
    public void A_stop_comes_before_liquidation(double stop, string verdict) => Assert.Equal(
        verdict,
        Given.Verdict(
            Given.Entry(2m) with { Leverage = 5m, ProtectiveStop = new Price((decimal)stop) }, Given.View()));

    [Theory]
    [InlineData(Direction.Long, 95.00)]
    [InlineData(Direction.Short, 105.00)]
    public void A_missing_stop_becomes_the_bots_default_stop(Direction direction, double stop)
    {
        var verdict = RiskGate.Standard.Review(Given.Entry(10m, direction) with { ProtectiveStop = null }, Given.View());

        Assert.Equal((decimal)stop, Assert.IsType<RiskVerdict.Approved>(verdict).Order.Intent.ProtectiveStop?.Value);
    }

    [Theory]
    [InlineData(0.015, 98.49)]
    [InlineData(0.25, 75)]
    public void A_default_stop_at_a_bound_passes_it_on_the_tick(double distance, double most)
    {
        var limits = new RiskLimits { DefaultStopDistance = (decimal)distance };
        var view = Given.View(limits) with { Price = new Price(99.99m) };

        var verdict = RiskGate.Standard.Review(Given.Entry(2m) with { ProtectiveStop = null }, view);

        Assert.InRange(Assert.IsType<RiskVerdict.Approved>(verdict).Order.Intent.ProtectiveStop!.Value.Value, 74.99m, (decimal)most);
    }

    [Fact]
    public void An_addition_without_a_stop_of_its_own_takes_that_of_the_position()
    {
        var held = Given.Position(10m, price: 90m) with { Stop = new Price(91m) };
        var view = Given.View(new RiskLimits { Pyramid = new PyramidLimits() }, held);

        var verdict = RiskGate.Standard.Review(Given.Entry(2m) with { ProtectiveStop = null }, view);

        Assert.Equal(new Price(91m), Assert.IsType<RiskVerdict.Approved>(verdict).Order.Intent.ProtectiveStop);
    }

    [Fact]
    public void A_limit_order_is_measured_from_its_limit()
    {
        var limit = Given.Entry(2m) with { Type = OrderType.Limit, LimitPrice = new Price(96m) };

        Assert.Equal("refused by stop-too-close", Given.Verdict(limit, Given.View()));
        Assert.Equal("approved 2", Given.Verdict(limit with { ProtectiveStop = new Price(94m) }, Given.View()));
    }

    [Theory]
    [InlineData(106.1, "approved 10")]
    [InlineData(106.09, "refused by expected-profit")]
    public void A_minimum_of_expected_profit_is_after_the_fees_of_both_sides(double target, string verdict)
    {
        var entry = Given.Entry() with { ProtectiveStop = new Price(96m), Target = new Price((decimal)target) };

        Assert.Equal(verdict, Given.Verdict(entry, Given.View(new RiskLimits { MinimumExpectedProfit = 0.06m })));
    }

    [Theory]
    [InlineData(9, "approved 10")]
    [InlineData(10, "refused by expected-profit")]
    public void Expected_profit_shrinks_with_the_win_rate_of_the_symbol_once_it_is_known(int losses, string verdict)
    {
        var view = Given.View(new RiskLimits { MinimumExpectedProfit = 0.06m });
        view.Counters.Outcomes.AddRange(Given.Outcomes(Given.Perpetual, [.. Enumerable.Repeat(-0.01, losses)]));
        view.Counters.Outcomes.AddRange(Given.Outcomes(Given.Other, [.. Enumerable.Repeat(-0.01, 20)]));
        var entry = Given.Entry() with { ProtectiveStop = new Price(96m), Target = new Price(108m) };

        Assert.Equal(verdict, Given.Verdict(entry, view));
    }
}
