using BotCluster.Trading.Decisions;

namespace BotCluster.Trading.Tests.Decisions;

/// <summary>What each mode does on the first half of 2024, pinned: a change here is a change of what bots trade.</summary>
public sealed class GoldenRuns
{
    [Fact]
    public void Crossover_of_two_exponential_averages() =>
        AssertRun(new CrossoverOptions(), "47 longs, 0 shorts, 46 closes, ae8db30b466550d4");

    [Fact]
    public void Crossover_both_ways_on_fresh_crosses() =>
        AssertRun(new CrossoverOptions { Fast = 10, Slow = 30, Sides = TradedSides.Both, Stop = 0.02m, Target = 0.04m }, "78 longs, 78 shorts, 96 closes, c79cb72279a1bc5e");

    [Fact]
    public void Crossover_always_in_the_market() =>
        AssertRun(
            new CrossoverOptions { Average = MovingAverage.Sma, Fast = 8, Slow = 24, Sides = TradedSides.Both, AlwaysInMarket = true, Stop = 0.02m },
            "129 longs, 127 shorts, 212 closes, b7b044265aec4283");

    [Fact]
    public void Indicator() => AssertRun(new IndicatorOptions(), "53 longs, 39 shorts, 11 closes, 728b33dbaa1c4a57");

    [Fact]
    public void Indicator_strict() => AssertRun(new IndicatorOptions { Preset = IndicatorPreset.Strict }, "53 longs, 39 shorts, 11 closes, c22c38731e6feb86");

    [Fact]
    public void Trinity_classic5() => AssertRun(new TrinityOptions(), "150 longs, 0 shorts, 121 closes, 46fc575d933b754b");

    [Fact]
    public void Trinity_classic5_strict_dip() => AssertRun(new TrinityOptions { DipWindow = 0 }, "147 longs, 0 shorts, 118 closes, 77b3d373eaddca4b");

    [Fact]
    public void Trinity_weighted() => AssertRun(new TrinityOptions { Preset = TrinityPreset.Weighted }, "133 longs, 0 shorts, 117 closes, 7200a41ab9a725f0");

    private static void AssertRun(ModeOptions options, string expected) =>
        Assert.Equal(expected, Desk.Run(options, Desk.HalfYear).Summary);
}
