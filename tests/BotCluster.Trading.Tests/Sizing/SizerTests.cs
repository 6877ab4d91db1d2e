using BotCluster.Trading.Markets;
using BotCluster.Trading.Sizing;
using BotCluster.Trading.Tests.Risk;

namespace BotCluster.Trading.Tests.Sizing;

public sealed class SizerTests
{
    private static readonly SizingInput Input = new()
    {
        Now = Given.Noon,
        Equity = 10_000m,
        Instrument = Given.Instrument(),
        Price = new Price(100m),
    };

    [Theory]
    [InlineData(null, 1, 0.10, 10)]
    [InlineData(0.03, 1, 0.03, 3)]
    [InlineData(null, 3, 0.10, 30)]
    [InlineData(0.9, 1, 0.50, 50)]
    public void Fixed_fraction_puts_up_the_base_or_what_the_mode_proposes(double? proposed, double leverage, double share, double quantity) =>
        AssertSized(
            share,
            quantity,
            Sizer.Size(
                new SizingOptions.FixedFraction(), Input with { ProposedShare = (decimal?)proposed, Leverage = (decimal)leverage }));

    [Fact]
    public void Quantities_are_whole_lots_rounded_down() => AssertSized(
        0.10, 14.285, Sizer.Size(new SizingOptions.FixedFraction(), Input with { Price = new Price(70m) }));

    [Theory]
    [InlineData(1, null, 0.10)]
    [InlineData(0.6, null, 0.06)]
    [InlineData(0.5, 0.2, 0.10)]
    [InlineData(1.7, null, 0.10)]
    public void Confidence_scales_the_base(double confidence, double? proposed, double share) => AssertSized(
        share,
        share * 100,
        Sizer.Size(
            new SizingOptions.ConfidenceScaled(), Input with { Confidence = confidence, ProposedShare = (decimal?)proposed }));

    [Theory]
    [InlineData(0.05, 1, 0.20, 20)]
    [InlineData(0.05, 4, 0.05, 20)]
    [InlineData(0.10, 1, 0.10, 10)]
    [InlineData(0.015, 1, 0.50, 50)]
    public void Risk_at_the_stop_loses_the_same_whatever_the_stop_and_the_leverage(
        double distance, double leverage, double share, double quantity) => AssertSized(
            share,
            quantity,
            Sizer.Size(
                new SizingOptions.RiskAtStop(),
                Input with { StopDistance = (decimal)distance, Leverage = (decimal)leverage, ProposedShare = 0.03m }));

    [Theory]
    [InlineData(0.02, 1, 0.50)]
    [InlineData(0.04, 1, 0.25)]
    [InlineData(0.04, 5, 0.05)]
    public void Volatility_target_takes_less_of_what_swings_more(double range, double leverage, double share) => AssertSized(
        share,
        share * leverage * 100,
        Sizer.Size(new SizingOptions.VolatilityTarget(), Input with { AtrShare = range, Leverage = (decimal)leverage }));

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_measure_that_is_not_known_leaves_the_base(double? range)
    {
        AssertSized(0.10, 10, Sizer.Size(new SizingOptions.VolatilityTarget(), Input with { AtrShare = range }));
        AssertSized(0.10, 10, Sizer.Size(new SizingOptions.RiskAtStop(), Input));
    }

    [Fact]
    public void Less_than_a_lot_is_an_answer()
    {
        var decision = Sizer.Size(new SizingOptions.FixedFraction(), Input with { Equity = 0.5m });

        Assert.Equal(new SizingDecision.LessThanALot(0.10m, 0.001m), decision);
        Assert.Equal("less-than-a-lot", decision.Code);
    }

    [Fact]
    public void Nothing_is_bought_with_a_negative_equity() => Assert.IsType<SizingDecision.LessThanALot>(
        Sizer.Size(new SizingOptions.FixedFraction(), Input with { Equity = -500m }));

    [Fact]
    public void Leverage_under_one_is_a_mistake() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Sizer.Size(new SizingOptions.FixedFraction(), Input with { Leverage = 0m }));

    private static void AssertSized(double share, double quantity, SizingDecision decision)
    {
        var sized = Assert.IsType<SizingDecision.Sized>(decision);
        Assert.Equal(((decimal)share, (decimal)quantity), (Math.Round(sized.Share, 10), sized.Quantity.Value));
    }
}
