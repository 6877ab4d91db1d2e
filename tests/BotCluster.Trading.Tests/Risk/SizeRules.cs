using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

public sealed class SizeRules
{
    [Theory]
    [InlineData(Direction.Long, 34.999, "approved 34.999")]
    [InlineData(Direction.Long, 35, "approved 35")]
    [InlineData(Direction.Long, 35.001, "shrunk to 35 by position-size")]
    [InlineData(Direction.Long, 5000, "shrunk to 35 by position-size")]
    [InlineData(Direction.Short, 24.999, "approved 24.999")]
    [InlineData(Direction.Short, 25, "approved 25")]
    [InlineData(Direction.Short, 25.001, "shrunk to 25 by position-size")]
    public void A_position_takes_at_most_its_share_of_the_equity(Direction direction, double quantity, string verdict) =>
        Assert.Equal(verdict, Given.Verdict(Given.Entry((decimal)quantity, direction), Given.View()));

    [Fact]
    public void What_is_held_already_counts_towards_the_size_of_a_position()
    {
        var limits = new RiskLimits { MaximumLongShare = 0.12m, Pyramid = new PyramidLimits() };
        var view = Given.View(limits, Given.Position(10m, price: 90m));

        Assert.Equal("approved 3", Given.Verdict(Given.Entry(3m), view));
        Assert.Equal("shrunk to 3 by position-size", Given.Verdict(Given.Entry(3.001m), view));
    }

    [Theory]
    [InlineData(Direction.Long, 5, "approved 10")]
    [InlineData(Direction.Long, 5.01, "shrunk to 9.98 by leverage")]
    [InlineData(Direction.Long, 9.99, "shrunk to 5.005 by leverage")]
    [InlineData(Direction.Long, 10, "refused by leverage-absolute")]
    [InlineData(Direction.Long, 125, "refused by leverage-absolute")]
    [InlineData(Direction.Long, 0.5, "refused by invalid-order")]
    [InlineData(Direction.Short, 3, "approved 10")]
    [InlineData(Direction.Short, 4, "shrunk to 7.5 by leverage")]
    public void Leverage_over_the_limit_is_cut_and_ten_times_is_refused(Direction direction, double leverage, string verdict) =>
        Assert.Equal(
            verdict, Given.Verdict(Given.Entry(10m, direction) with { Leverage = (decimal)leverage }, Given.View()));

    [Fact]
    public void Cut_leverage_keeps_the_margin_and_shrinks_the_exposure()
    {
        var verdict = RiskGate.Standard.Review(Given.Entry(10m) with { Leverage = 8m }, Given.View());

        var order = Assert.IsType<RiskVerdict.Approved>(verdict).Order.Intent;
        Assert.Equal((5m, 6.25m), (order.Leverage, order.Quantity.Value));
    }

    [Theory]
    [InlineData(2, "approved 10")]
    [InlineData(4, "shrunk to 5 by leverage")]
    public void The_leverage_of_the_instrument_binds_too(double leverage, string verdict) => Assert.Equal(
        verdict,
        Given.Verdict(
            Given.Entry() with { Leverage = (decimal)leverage },
            Given.View() with { Instrument = Given.Instrument(maximumLeverage: 2m) }));

    [Theory]
    [InlineData(4.999, "approved 4.999")]
    [InlineData(5, "approved 5")]
    [InlineData(5.001, "shrunk to 5 by total-margin")]
    public void Total_margin_counts_positions_and_pending_entries(double quantity, string verdict)
    {
        var held = Given.View(null, Given.Position(90m, symbol: Given.Other));
        var pending = Given.View() with { Pending = [new PendingEntry(Given.Other, 9_000m)] };
        var both = Given.View(null, Given.Position(50m, symbol: Given.Other)) with
        {
            Pending = [new PendingEntry(Given.Third, 4_000m)],
        };

        Assert.All(new[] { held, pending, both }, view => Assert.Equal(verdict, Given.Verdict(Given.Entry((decimal)quantity), view)));
    }

    [Fact]
    public void Margin_used_up_leaves_no_room_for_an_entry() => Assert.Equal(
        "refused by total-margin", Given.Verdict(Given.Entry(), Given.View(null, Given.Position(95m, symbol: Given.Other))));

    [Theory]
    [InlineData(43, "approved 43")]
    [InlineData(43.001, "shrunk to 43 by cash")]
    public void Profit_on_paper_buys_nothing(double quantity, string verdict)
    {
        // Half of the money became another coin that has risen by 80 %: worth 14,000, and 5,000 of it cash.
        var view = Given.View(null, Given.Position(50m, symbol: Symbol.Parse("ETH-USDT"))) with
        {
            Equity = 14_000m,
            Counters = Given.Counters(14_000m),
        };

        Assert.Equal(verdict, Given.Verdict(Given.Entry((decimal)quantity), view));
    }

    [Fact]
    public void Nothing_can_be_bought_with_nothing_left()
    {
        var view = Given.View() with { Equity = 0m };

        Assert.Equal("refused by position-size", Given.Verdict(Given.Entry(), view));
        Assert.Equal("refused by position-size", Given.Verdict(Given.Entry(), view with { Equity = -50m }));
    }

    [Theory]
    [InlineData(0.5, 5, "approved 0.5")]
    [InlineData(0.501, 5, "approved 0.501")]
    [InlineData(0.499, 5, "refused by minimum-order")]
    [InlineData(0.8, 80, "approved 0.8")]
    [InlineData(0.799, 80, "refused by minimum-order")]
    public void An_entry_is_large_enough_for_its_fees_and_for_the_venue(double quantity, double venueMinimum, string verdict) =>
        Assert.Equal(
            verdict,
            Given.Verdict(
                Given.Entry((decimal)quantity),
                Given.View() with { Instrument = Given.Instrument(minimumNotional: (decimal)venueMinimum) }));
}
