using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

public sealed class DrawdownWatchTests
{
    private static readonly RiskLimits Limits = new();

    [Theory]
    [InlineData(10_000, null)]
    [InlineData(8_400.01, null)]
    [InlineData(8_400, DrawdownAlarm.Warning)]
    [InlineData(8_000.01, DrawdownAlarm.Warning)]
    [InlineData(8_000, DrawdownAlarm.Stop)]
    [InlineData(1, DrawdownAlarm.Stop)]
    [InlineData(-5, DrawdownAlarm.Stop)]
    public void Warns_at_four_fifths_of_the_limit_and_stops_at_it(double equity, DrawdownAlarm? alarm) =>
        Assert.Equal(alarm, DrawdownWatch.Observe(Given.Counters(), (decimal)equity, Limits));

    [Fact]
    public void Warns_once_until_the_next_peak()
    {
        var counters = Given.Counters();

        Assert.Equal(DrawdownAlarm.Warning, DrawdownWatch.Observe(counters, 8_400m, Limits));
        Assert.Null(DrawdownWatch.Observe(counters, 8_300m, Limits));
        Assert.Null(DrawdownWatch.Observe(counters, 9_900m, Limits));
        Assert.Null(DrawdownWatch.Observe(counters, 8_400m, Limits));

        RiskBookkeeping.Advance(counters, 20_000m, Limits, Given.Noon);
        Assert.Equal(DrawdownAlarm.Warning, DrawdownWatch.Observe(counters, 16_500m, Limits));
    }

    [Fact]
    public void Says_stop_every_turn()
    {
        var counters = Given.Counters();

        Assert.Equal(DrawdownAlarm.Stop, DrawdownWatch.Observe(counters, 7_000m, Limits));
        Assert.Equal(DrawdownAlarm.Stop, DrawdownWatch.Observe(counters, 7_000m, Limits));
    }

    [Fact]
    public void Says_nothing_of_what_is_not_known()
    {
        Assert.Null(DrawdownWatch.Observe(Given.Counters(), null, Limits));
        Assert.Null(DrawdownWatch.Observe(new RiskCounters(), 1m, Limits));
    }
}
