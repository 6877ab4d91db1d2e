using BotCluster.Trading.Indicators;

namespace BotCluster.Trading.Tests.Indicators;

public sealed class IndicatorSpecs
{
    private static readonly Func<object>[] Senseless =
    [
        () => new SmaSpec(0),
        () => new EmaSpec(-1),
        () => new RsiSpec(10_001),
        () => new AtrSpec(0),
        () => new AdxSpec(0),
        () => new MacdSpec(26, 12),
        () => new MacdSpec(12, 26, 0),
        () => new BollingerSpec(1),
        () => new BollingerSpec(20, 0),
        () => new BollingerSpec(20, double.NaN),
        () => new BollingerSpec(20, double.PositiveInfinity),
        () => new StochasticSpec(14, 0),
        () => new StochasticSpec(14, 3, 0),
        () => new ObvMeanSpec(0),
        () => new VwapSpec((Anchor)7),
        () => new VwapSpec(Anchor.UtcDay, -2),
        () => new SuperTrendSpec(10, 101),
        () => new IchimokuSpec(Displacement: 0),
        () => new DonchianSpec(0),
        () => new CumulativeDeltaSpec(0),
        () => new VolumeMeanSpec(0),
        () => new DeltaMeanSpec(0),
    ];

    [Fact]
    public void Refuse_settings_that_make_no_sense_and_say_what_is_allowed() => Assert.All(Senseless, make =>
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(make);
        Assert.Matches("must be|is UtcDay or Unanchored", refusal.Message);
    });

    [Fact]
    public void Are_equal_by_what_they_compute()
    {
        Assert.Equal(new SmaSpec(20), new SmaSpec(20));
        Assert.NotEqual(new SmaSpec(20), new SmaSpec(21));
        Assert.NotEqual<IIndicatorSpec>(new SmaSpec(20), new EmaSpec(20));
        Assert.Equal(new VwapSpec(), new VwapSpec(Anchor.UtcDay, 2));
    }

    [Fact]
    public void Are_named_as_a_trader_writes_them()
    {
        Assert.Equal("EMA 20", new EmaSpec(20).Name);
        Assert.Equal("MACD 12/26/9", new MacdSpec().Name);
        Assert.Equal("SuperTrend 10/3", new SuperTrendSpec().Name);
    }
}
