using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

public sealed class SymbolRules
{
    private static readonly RiskLimits Pyramid = new() { Pyramid = new PyramidLimits() };

    [Fact]
    public void One_position_a_symbol_is_entered_once() => Assert.Equal(
        "refused by positions-per-symbol", Given.Verdict(Given.Entry(), Given.View(null, Given.Position(5m, price: 90m))));

    [Fact]
    public void A_pending_entry_keeps_another_away()
    {
        PendingEntry[] pending = [new(Given.Perpetual, 100m)];

        Assert.Equal("refused by entry-pending", Given.Verdict(Given.Entry(), Given.View() with { Pending = pending }));
        Assert.Equal("refused by entry-pending", Given.Verdict(Given.Entry(), Given.View(Pyramid) with { Pending = pending }));
    }

    [Theory]
    [InlineData(10, "approved 10")]
    [InlineData(10.001, "shrunk to 10 by pyramid-size")]
    public void The_first_step_of_a_pyramid_is_a_tenth(double quantity, string verdict) =>
        Assert.Equal(verdict, Given.Verdict(Given.Entry((decimal)quantity), Given.View(Pyramid)));

    [Theory]
    [InlineData(99.99, 5, "approved 5")]
    [InlineData(99.99, 5.001, "shrunk to 5 by pyramid-size")]
    [InlineData(100, 5, "refused by pyramid-not-in-profit")]
    [InlineData(101, 5, "refused by pyramid-not-in-profit")]
    public void The_second_step_is_half_of_it_and_only_in_profit(double heldAt, double quantity, string verdict) =>
        Assert.Equal(verdict, Given.Verdict(Given.Entry((decimal)quantity), Given.View(Pyramid, Given.Position(8m, (decimal)heldAt))));

    [Fact]
    public void A_short_pyramid_is_in_profit_below_its_entry()
    {
        var entry = Given.Entry(3m, Direction.Short);

        Assert.Equal(
            "approved 3", Given.Verdict(entry, Given.View(Pyramid, Given.Position(8m, 101m, direction: Direction.Short))));
        Assert.Equal(
            "refused by pyramid-not-in-profit",
            Given.Verdict(entry, Given.View(Pyramid, Given.Position(8m, 99m, direction: Direction.Short))));
    }

    [Fact]
    public void Both_steps_together_stay_under_fifteen_percent() => Assert.Equal(
        "shrunk to 3 by pyramid-size, pyramid-size", Given.Verdict(Given.Entry(9m), Given.View(Pyramid, Given.Position(15m, 80m))));

    [Fact]
    public void A_third_step_is_refused() => Assert.Equal(
        "refused by positions-per-symbol",
        Given.Verdict(Given.Entry(1m), Given.View(Pyramid, Given.Position(10m, 90m) with { Entries = 2 })));

    [Theory]
    [InlineData(0.80, "approved 10")]
    [InlineData(0.81, "refused by correlation")]
    [InlineData(-0.95, "approved 10")]
    [InlineData(null, "refused by correlation")]
    [InlineData(double.NaN, "refused by correlation")]
    public void A_third_position_of_one_bet_is_refused(double? correlation, string verdict)
    {
        var view = Given.View(null, Given.Position(5m, symbol: Given.Other), Given.Position(5m, symbol: Given.Third));

        Assert.Equal(verdict, Given.Verdict(Given.Entry(), view with { Correlation = (_, _) => correlation }));
    }

    [Fact]
    public void A_second_position_of_one_bet_is_let_through() => Assert.Equal(
        "approved 10",
        Given.Verdict(
            Given.Entry(), Given.View(null, Given.Position(5m, symbol: Given.Other)) with { Correlation = (_, _) => null }));

    [Fact]
    public void Bets_are_chains_whichever_position_came_first()
    {
        // The new symbol moves with the second alone, and the second with the third: one bet of three.
        var view = Given.View(null, Given.Position(5m, symbol: Given.Other), Given.Position(5m, symbol: Given.Third)) with
        {
            Correlation = (first, second) => first == Given.Other || second == Given.Other ? 0.9 : 0.1,
        };

        Assert.Equal("refused by correlation", Given.Verdict(Given.Entry(), view));
    }

    [Fact]
    public void A_pair_elsewhere_is_another_bet()
    {
        var view = Given.View(null, Given.Position(5m, symbol: Given.Other), Given.Position(5m, symbol: Given.Third)) with
        {
            Correlation = (first, second) => first != Given.Perpetual && second != Given.Perpetual ? 0.9 : 0.1,
        };

        Assert.Equal("approved 10", Given.Verdict(Given.Entry(), view));
    }

    [Fact]
    public void A_short_beside_longs_of_the_same_kind_is_a_hedge()
    {
        var view = Given.View(null, Given.Position(5m, symbol: Given.Other), Given.Position(5m, symbol: Given.Third)) with
        {
            Correlation = (_, _) => 0.95,
        };

        Assert.Equal("approved 10", Given.Verdict(Given.Entry(direction: Direction.Short), view));
        Assert.Equal(
            "refused by correlation",
            Given.Verdict(Given.Entry(direction: Direction.Short), view with { Correlation = (first, second) => -0.95 }));
    }

    [Fact]
    public void Pending_entries_count_as_positions_either_way()
    {
        var view = Given.View() with
        {
            Pending = [new PendingEntry(Given.Other, 100m), new PendingEntry(Given.Third, 100m)],
            Correlation = (_, _) => -0.9,
        };

        Assert.Equal("refused by correlation", Given.Verdict(Given.Entry(), view));
    }
}
