using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

public sealed class RiskLimitsTests
{
    public static TheoryData<string, RiskLimits> Broken { get; } = new()
    {
        { "risk.maximumLongShare", new RiskLimits { MaximumLongShare = 0.501m } },
        { "risk.maximumLongShare", new RiskLimits { MaximumLongShare = 0m } },
        { "risk.maximumShortShare", new RiskLimits { MaximumShortShare = 0.501m } },
        { "risk.maximumLongLeverage", new RiskLimits { MaximumLongLeverage = 5.01m } },
        { "risk.maximumLongLeverage", new RiskLimits { MaximumLongLeverage = 0.99m } },
        { "risk.maximumShortLeverage", new RiskLimits { MaximumShortLeverage = 3.01m } },
        { "risk.maximumMarginShare", new RiskLimits { MaximumMarginShare = 0.951m } },
        { "risk.maximumDrawdown", new RiskLimits { MaximumDrawdown = 1m } },
        { "risk.maximumDrawdown", new RiskLimits { MaximumDrawdown = -0.2m } },
        { "risk.drawdownWarningAt", new RiskLimits { DrawdownWarningAt = 1.01m } },
        { "risk.maximumDailyLoss", new RiskLimits { MaximumDailyLoss = 0m } },
        { "risk.maximumLossPerTrade", new RiskLimits { MaximumLossPerTrade = 0.201m } },
        { "risk.minimumRewardToRisk", new RiskLimits { MinimumRewardToRisk = 0m } },
        { "risk.minimumRewardToRiskFiltered", new RiskLimits { MinimumRewardToRiskFiltered = 21m } },
        { "risk.minimumStopDistance", new RiskLimits { MinimumStopDistance = 0.0029m } },
        { "risk.maximumStopDistance", new RiskLimits { MaximumStopDistance = 0.251m } },
        { "risk.defaultStopDistance", new RiskLimits { DefaultStopDistance = 0.0149m } },
        { "risk.defaultStopDistance", new RiskLimits { DefaultStopDistance = 0.26m } },
        { "risk.minimumExpectedProfit", new RiskLimits { MinimumExpectedProfit = -0.01m } },
        { "risk.minimumWinProbability", new RiskLimits { MinimumWinProbability = 1m } },
        { "risk.minimumOrder", new RiskLimits { MinimumOrder = 0m } },
        { "risk.maximumTradesPerDay", new RiskLimits { MaximumTradesPerDay = 0 } },
        { "risk.targetTradesPerDay", new RiskLimits { TargetTradesPerDay = -1 } },
        { "risk.maximumCorrelatedPositions", new RiskLimits { MaximumCorrelatedPositions = 0 } },
        { "risk.maximumCorrelation", new RiskLimits { MaximumCorrelation = 1m } },
        { "risk.cooldownCandles", new RiskLimits { CooldownCandles = 0 } },
        { "risk.stopGuardStops", new RiskLimits { StopGuardStops = 0 } },
        { "risk.stopGuardWindow", new RiskLimits { StopGuardWindow = TimeSpan.FromDays(8) } },
        { "risk.stopGuardPause", new RiskLimits { StopGuardPause = TimeSpan.Zero } },
        { "risk.losingSymbolTrades", new RiskLimits { LosingSymbolTrades = 41 } },
        { "risk.losingSymbolWindow", new RiskLimits { LosingSymbolWindow = TimeSpan.Zero } },
        { "risk.losingSymbolLock", new RiskLimits { LosingSymbolLock = TimeSpan.FromDays(-1) } },
        { "risk.pyramid.firstShare", new RiskLimits { Pyramid = new PyramidLimits { FirstShare = 0m } } },
        { "risk.pyramid.secondShare", new RiskLimits { Pyramid = new PyramidLimits { SecondShare = 0m } } },
        { "risk.pyramid", new RiskLimits { Pyramid = new PyramidLimits { SecondShare = 0.051m } } },
    };

    public static TheoryData<RiskLimits> AtTheirBounds { get; } =
    [
        new RiskLimits(),
        new RiskLimits { MaximumLongShare = 0.5m, MaximumShortShare = 0.5m },
        new RiskLimits { MaximumLongLeverage = 1m, MaximumShortLeverage = 1m },
        new RiskLimits { MinimumStopDistance = 0.25m, MaximumStopDistance = 0.25m, DefaultStopDistance = 0.25m },
        new RiskLimits { MinimumExpectedProfit = 0m, MinimumWinProbability = 0.95m },
        new RiskLimits { Pyramid = new PyramidLimits { FirstShare = 0.05m, SecondShare = 0.10m } },
        new RiskLimits { Pyramid = new PyramidLimits() },
        new RiskLimits { DrawdownWarningAt = 1m, MaximumDrawdown = 0.9m },
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_limit_out_of_bounds_is_named_with_what_is_allowed(string path, RiskLimits limits)
    {
        var violations = limits.Validate().ToArray();

        Assert.NotEmpty(violations);
        Assert.All(violations, violation => Assert.Equal(path, violation.Path));
        Assert.All(violations, violation => Assert.Matches("[Mm]ust .*be .+, not .+\\.$", violation.Message));
    }

    [Theory]
    [MemberData(nameof(AtTheirBounds))]
    public void Defaults_and_bounds_are_allowed(RiskLimits limits) => Assert.Empty(limits.Validate());

    [Fact]
    public void The_nearest_stop_is_not_farther_than_the_farthest()
    {
        var limits = new RiskLimits { MinimumStopDistance = 0.1m, MaximumStopDistance = 0.09m, DefaultStopDistance = 0.09m };

        Assert.Contains(limits.Validate(), violation => violation.Path == "risk.minimumStopDistance");
    }

    [Fact]
    public void A_message_says_the_range() => Assert.Equal(
        "Must be from 0.001 to 0.5, not 0.6.",
        Assert.Single(new RiskLimits { MaximumLongShare = 0.6m }.Validate()).Message);

    [Fact]
    public void All_violations_are_reported_together() => Assert.Equal(
        ["risk.maximumDrawdown", "risk.minimumOrder"],
        new RiskLimits { MaximumDrawdown = 2m, MinimumOrder = -1m }.Validate().Select(violation => violation.Path));

    [Fact]
    public void The_defaults_are_those_of_the_trading_rules()
    {
        var limits = new RiskLimits();

        Assert.Equal((0.35m, 0.25m, 5m, 3m), (limits.MaximumLongShare, limits.MaximumShortShare, limits.MaximumLongLeverage, limits.MaximumShortLeverage));
        Assert.Equal((0.95m, 0.20m, 0.80m, 100m), (limits.MaximumMarginShare, limits.MaximumDrawdown, limits.DrawdownWarningAt, limits.MaximumDailyLoss));
        Assert.Equal((0.02m, 1.3m, 1.5m), (limits.MaximumLossPerTrade, limits.MinimumRewardToRisk, limits.MinimumRewardToRiskFiltered));
        Assert.Equal((0.015m, 0.25m), (limits.MinimumStopDistance, limits.MaximumStopDistance));
        Assert.Equal((null, null, null), (limits.MinimumExpectedProfit, limits.MinimumWinProbability, limits.Pyramid));
        Assert.Equal((50m, 20, 6), (limits.MinimumOrder, limits.MaximumTradesPerDay, limits.TargetTradesPerDay));
        Assert.Equal((2, 0.8m, 4), (limits.MaximumCorrelatedPositions, limits.MaximumCorrelation, limits.CooldownCandles));
        Assert.Equal((3, 24.0, 12.0, 24.0), (limits.StopGuardStops, limits.StopGuardWindow.TotalHours, limits.StopGuardPause.TotalHours, limits.LosingSymbolLock.TotalHours));
        Assert.Equal((0.10m, 0.05m), (new PyramidLimits().FirstShare, new PyramidLimits().SecondShare));
    }
}
