using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

public sealed class LossRules
{
    [Theory]
    [InlineData(12_499, "approved 10")]
    [InlineData(12_500, "refused by drawdown")]
    [InlineData(12_501, "refused by drawdown")]
    public void A_fall_of_a_fifth_from_the_peak_ends_entries(double peak, string verdict)
    {
        var view = Given.View();
        view.Counters.PeakEquity = (decimal)peak;

        Assert.Equal(verdict, Given.Verdict(Given.Entry(), view));
    }

    [Theory]
    [InlineData(10_099.99, "approved 10")]
    [InlineData(10_100, "refused by daily-loss")]
    [InlineData(10_100.01, "refused by daily-loss")]
    public void A_loss_of_a_hundred_ends_the_day(double start, string verdict)
    {
        var view = Given.View();
        view.Counters.DayStartEquity = (decimal)start;

        Assert.Equal(verdict, Given.Verdict(Given.Entry(), view));
    }

    [Fact]
    public void A_day_that_lost_its_limit_stays_closed_when_the_loss_comes_back()
    {
        var view = Given.View();
        RiskBookkeeping.Advance(view.Counters, 9_900m, view.Limits, Given.Noon);
        RiskBookkeeping.Advance(view.Counters, 10_000m, view.Limits, Given.Noon);
        Assert.Equal("refused by daily-loss", Given.Verdict(Given.Entry(), view));

        var tomorrow = Given.Noon.AddHours(12);
        RiskBookkeeping.Advance(view.Counters, 10_000m, view.Limits, tomorrow);
        Assert.Equal("approved 10", Given.Verdict(Given.Entry(), view with { Now = tomorrow }));
    }

    [Theory]
    [InlineData(90, 20, "approved 20")]
    [InlineData(90, 19.999, "approved 19.999")]
    [InlineData(90, 20.001, "shrunk to 20 by loss-at-stop")]
    [InlineData(80, 20, "shrunk to 10 by loss-at-stop")]
    public void A_stopped_long_costs_at_most_two_percent(double stop, double quantity, string verdict) => Assert.Equal(
        verdict,
        Given.Verdict(Given.Entry((decimal)quantity) with { ProtectiveStop = new Price((decimal)stop) }, Given.View()));

    [Theory]
    [InlineData(110, 20, "approved 20")]
    [InlineData(110, 20.001, "shrunk to 20 by loss-at-stop")]
    public void A_stopped_short_costs_at_most_two_percent(double stop, double quantity, string verdict) => Assert.Equal(
        verdict,
        Given.Verdict(
            Given.Entry((decimal)quantity, Direction.Short) with { ProtectiveStop = new Price((decimal)stop) }, Given.View()));

    [Fact]
    public void Leverage_does_not_enlarge_what_a_stop_may_cost() => Assert.Equal(
        "shrunk to 40 by loss-at-stop", Given.Verdict(Given.Entry(100m) with { Leverage = 5m }, Given.View()));

    [Fact]
    public void What_an_addition_leaves_at_risk_counts_with_what_is_held()
    {
        // Held 10 at 90; the addition's stop at 80 becomes that of all: 100 is at risk already, 20 a unit are added.
        var view = Given.View(new RiskLimits { Pyramid = new PyramidLimits() }, Given.Position(10m, price: 90m));
        var wide = Given.Entry(5.001m) with { ProtectiveStop = new Price(80m) };

        Assert.Equal("shrunk to 5 by loss-at-stop", Given.Verdict(wide, view));
    }

    [Fact]
    public void An_addition_to_a_position_without_a_stop_is_refused()
    {
        var held = Given.Position(10m, price: 90m) with { Stop = null };

        Assert.Equal(
            "refused by unknown", Given.Verdict(Given.Entry(1m), Given.View(new RiskLimits { Pyramid = new PyramidLimits() }, held)));
    }
}
