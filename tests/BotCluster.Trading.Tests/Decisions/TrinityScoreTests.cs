using BotCluster.Trading.Decisions;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Decisions;

public sealed class TrinityScoreTests
{
    private static readonly TrinityOptions Classic = new();

    private static readonly TrinityOptions Weighted = new() { Preset = TrinityPreset.Weighted };

    [Theory]
    [InlineData(true, true, true, true, true, 1.0, "0.03")]
    [InlineData(true, true, true, true, false, 0.8, "0.03")]
    [InlineData(true, true, true, false, true, 0.8, "0.03")]
    [InlineData(true, true, false, true, true, 0.8, "0.03")]
    [InlineData(true, false, true, true, true, 0.8, "0.03")]
    [InlineData(false, true, true, true, true, 0.8, "0.03")]
    [InlineData(true, true, true, false, false, 0.6, "0.02")]
    [InlineData(false, false, true, true, true, 0.6, "0.02")]
    [InlineData(true, false, true, false, true, 0.6, "0.02")]
    [InlineData(true, true, false, false, false, 0.4, "0")]
    [InlineData(false, false, false, true, true, 0.4, "0")]
    [InlineData(true, false, false, false, false, 0.2, "0")]
    [InlineData(false, false, false, false, false, 0.0, "0")]
    public void Classic5_counts_its_conditions(
        bool regime, bool strength, bool bounce, bool momentum, bool volume, double confidence, string size)
    {
        var verdict = TrinityScore.Of(Five(regime, strength, bounce, momentum, volume), Classic);

        Assert.Equal(confidence, verdict.Score, 12);
        Assert.Equal(decimal.Parse(size, System.Globalization.CultureInfo.InvariantCulture), verdict.Size);
        Assert.Equal(verdict.Size > 0 ? Direction.Long : null, verdict.Side);
    }

    [Fact]
    public void Every_set_of_classic5_conditions_counts_alike()
    {
        for (var set = 0; set < 32; set++)
        {
            var verdict = TrinityScore.Of(Five((set & 1) > 0, (set & 2) > 0, (set & 4) > 0, (set & 8) > 0, (set & 16) > 0), Classic);
            var met = System.Numerics.BitOperations.PopCount((uint)set);

            Assert.Equal((TrinityGroups)set, verdict.Groups);
            Assert.Equal(met / 5.0, verdict.Score, 12);
            Assert.Equal(met switch { 5 or 4 => 0.03m, 3 => 0.02m, _ => 0m }, verdict.Size);
        }
    }

    [Fact]
    public void Classic5_may_insist_on_its_regime()
    {
        var options = Classic with { RegimeRequired = true };

        Assert.Null(TrinityScore.Of(Five(false, true, true, true, true), options).Side);
        Assert.Equal(Direction.Long, TrinityScore.Of(Five(true, true, true, false, false), options).Side);
    }

    [Fact]
    public void Classic5_conditions_need_more_than_equality()
    {
        var features = Five(true, true, true, true, true) with { Adx = 25, LowestRsi = 40, Volume = 100, Sma200 = 105, Ema20 = 105 };

        Assert.Equal(default, TrinityScore.Of(features, Classic).Groups);
    }

    [Fact]
    public void Classic5_counts_a_dip_that_lies_back_in_its_window()
    {
        var features = Five(true, true, true, false, true) with { Rsi = 55, LowestRsi = 39.9 };

        Assert.True(TrinityScore.Of(features, Classic).Groups.HasFlag(TrinityGroups.Momentum));
    }

    [Theory]
    [InlineData(63, 1.00, "0.10")]
    [InlineData(31, 0.95, "0.10")]
    [InlineData(47, 0.90, "0.08")]
    [InlineData(59, 0.80, "0.08")]
    [InlineData(62, 0.75, "0.06")]
    [InlineData(7, 0.65, "0.06")]
    [InlineData(14, 0.60, "0.04")]
    [InlineData(37, 0.50, "0.04")]
    [InlineData(5, 0.45, "0")]
    [InlineData(0, 0.00, "0")]
    public void Weighted_adds_the_weights_of_its_groups(int groups, double score, string size)
    {
        var verdict = TrinityScore.Of(Six((TrinityGroups)groups), Weighted);

        Assert.Equal((TrinityGroups)groups, verdict.Groups);
        Assert.Equal(score, verdict.Score, 9);
        Assert.Equal(decimal.Parse(size, System.Globalization.CultureInfo.InvariantCulture), verdict.Size);
        Assert.Equal(verdict.Size > 0 ? Direction.Long : null, verdict.Side);
    }

    [Theory]
    [InlineData(63, 0.80, "0.08")]
    [InlineData(31, 0.76, "0.06")]
    [InlineData(59, 0.64, "0.04")]
    [InlineData(7, 0.52, "0.04")]
    [InlineData(14, 0.48, "0")]
    public void Weighted_is_cut_by_a_fifth_where_four_hours_disagree(int groups, double score, string size)
    {
        var features = Six((TrinityGroups)groups);
        var verdict = TrinityScore.Of(features with { Context = features.Context with { FourHourAgrees = false } }, Weighted);

        Assert.Equal(score, verdict.Score, 9);
        Assert.Equal(decimal.Parse(size, System.Globalization.CultureInfo.InvariantCulture), verdict.Size);
        Assert.True(verdict.Reasons.HasFlag(TrinityReasons.FourHoursDisagree));
    }

    [Fact]
    public void Weighted_is_not_cut_where_four_hours_agree_or_are_not_asked()
    {
        var features = Six((TrinityGroups)63);

        Assert.Equal(1, TrinityScore.Of(features, Weighted).Score);
        Assert.Equal(1, TrinityScore.Of(features with { Context = features.Context with { FourHourAgrees = true } }, Weighted).Score);
    }

    public static TheoryData<string, TrinityGroups> Conditions => new()
    {
        { "close > SMA 200", TrinityGroups.Regime },
        { "bullish cloud", TrinityGroups.Regime | TrinityGroups.Trend },
        { "ADX > 25", TrinityGroups.Trend },
        { "above cloud", TrinityGroups.Trend },
        { "Tenkan > Kijun", TrinityGroups.Trend },
        { "bounce", TrinityGroups.Entry },
        { "through the cloud", TrinityGroups.Entry | TrinityGroups.Trend },
        { "RSI < 40", TrinityGroups.Momentum },
        { "MACD", TrinityGroups.Momentum },
        { "OBV", TrinityGroups.Momentum },
        { "delta > 0", TrinityGroups.Momentum },
        { "volume", TrinityGroups.Volume },
        { "surge", TrinityGroups.Volume },
        { "bands widen", TrinityGroups.Volatility },
        { "stochastic", TrinityGroups.Volatility },
        { "VWAP band", TrinityGroups.Volatility },
        { "divergence", TrinityGroups.Volatility },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Each_weighted_condition_fills_its_group(string condition, TrinityGroups groups)
    {
        Assert.Equal(groups, TrinityScore.Of(With(condition), Weighted).Groups);
    }

    [Fact]
    public void Nothing_is_met_by_a_market_that_does_nothing()
    {
        Assert.Equal(default, TrinityScore.Of(Six(default), Weighted).Groups);
    }

    [Fact]
    public void Weights_need_not_add_up_to_one()
    {
        var doubled = Weighted with
        {
            RegimeWeight = 0.5,
            TrendWeight = 0.4,
            EntryWeight = 0.4,
            MomentumWeight = 0.4,
            VolumeWeight = 0.2,
            VolatilityWeight = 0.1,
        };

        Assert.Equal(0.65, TrinityScore.Of(Six((TrinityGroups)7), doubled).Score, 9);
    }

    private static TrinityFeatures Five(bool regime, bool strength, bool bounce, bool momentum, bool volume) => new()
    {
        Close = 105,
        Sma200 = regime ? 100 : 110,
        Adx = strength ? 26 : 24,
        Ema20 = bounce ? 104 : 106,
        Rsi = 50,
        LowestRsi = momentum ? 39 : 41,
        Volume = volume ? 101 : 99,
        MeanVolume = 100,
    };

    // One condition a group, and nothing else: each at its bound where it is not met.
    private static TrinityFeatures Six(TrinityGroups groups)
    {
        var nothing = new TrinityFeatures
        {
            Close = 100,
            CloseBefore = 100,
            Low = 99,
            Sma200 = 100,
            Ema20 = 99.2,
            Adx = 25,
            Rsi = 40,
            Volume = 100,
            MeanVolume = 100,
            Context = new TrinityContext
            {
                Cloud = new IchimokuReading(50, 50, 100, 100, 0, 0),
                CloudTopBefore = 100,
                MeanDelta = 10,
                Stochastic = new StochasticReading(50, 50),
                StochasticBefore = new StochasticReading(50, 50),
                VwapUpper = 100,
            },
        };
        return nothing with
        {
            Sma200 = groups.HasFlag(TrinityGroups.Regime) ? 99 : 100,
            Adx = groups.HasFlag(TrinityGroups.Trend) ? 25.1 : 25,
            Low = groups.HasFlag(TrinityGroups.Entry) ? 98 : 99,
            Rsi = groups.HasFlag(TrinityGroups.Momentum) ? 39.9 : 40,
            Volume = groups.HasFlag(TrinityGroups.Volume) ? 100.1 : 100,
            Context = nothing.Context with { BandWidth = groups.HasFlag(TrinityGroups.Volatility) ? 0.1 : 0 },
        };
    }

    private static TrinityFeatures With(string condition)
    {
        var none = Six(default);
        var context = none.Context;
        return condition switch
        {
            "close > SMA 200" => none with { Sma200 = 99.9 },
            "bullish cloud" => none with { CloseBefore = 101, Context = context with { Cloud = new(51, 50, 99, 98, 0, 0) } },
            "ADX > 25" => none with { Adx = 25.01 },
            "above cloud" => none with { CloseBefore = 101, Context = context with { Cloud = new(50, 50, 98, 99, 0, 0) } },
            "Tenkan > Kijun" => none with { Context = context with { Cloud = new(51, 50, 101, 100, 0, 0) } },
            "bounce" => none with { Low = 0.995 * 99.2 },
            "through the cloud" => none with { Context = context with { Cloud = new(50, 50, 98, 99, 0, 0) } },
            "RSI < 40" => none with { Rsi = 39.99 },
            "MACD" => none with { Context = context with { Macd = new(1, 0.5) } },
            "OBV" => none with { Context = context with { ObvExcess = 1 } },
            "delta > 0" => none with { Context = context with { Delta = new(0, 1) } },
            "volume" => none with { Volume = 101 },
            "surge" => none with { Context = context with { Delta = new(20.1, 0) } },
            "bands widen" => none with { Context = context with { BandWidth = 0.2, BandWidthBefore = 0.1 } },
            "stochastic" => none with { Context = context with { Stochastic = new(51, 50) } },
            "VWAP band" => none with { Context = context with { VwapUpper = 99 } },
            _ => none with { CloseBefore = 101, Context = context with { Delta = new(1, 0) } },
        };
    }
}
