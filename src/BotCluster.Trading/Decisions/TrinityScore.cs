using System.Numerics;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>Trinity's one pure function: features in; score, groups, side, size and reasons out.</summary>
public static class TrinityScore
{
    /// <summary>Raised with every change that could turn one verdict into another.</summary>
    public const int Version = 1;

    // A bounce has dipped at least this far under EMA 20.
    private const double BounceDepth = 0.995;

    public static TrinityVerdict Of(in TrinityFeatures features, TrinityOptions options) =>
        options.Preset == TrinityPreset.Classic5 ? Count(features, options) : Weigh(features, options);

    private static TrinityVerdict Count(in TrinityFeatures features, TrinityOptions options)
    {
        var reasons = If(features.Close > features.Sma200, TrinityReasons.AboveSma200)
            | If(features.Adx > options.StrengthAdx, TrinityReasons.StrongTrend)
            | If(features.Close > features.Ema20, TrinityReasons.AboveEma20)
            | If(features.LowestRsi < options.DipRsi, TrinityReasons.RsiDip)
            | If(features.Volume > features.MeanVolume, TrinityReasons.VolumeAboveMean);
        var groups = Group(reasons, TrinityReasons.AboveSma200, TrinityGroups.Regime)
            | Group(reasons, TrinityReasons.StrongTrend, TrinityGroups.Trend)
            | Group(reasons, TrinityReasons.AboveEma20, TrinityGroups.Entry)
            | Group(reasons, TrinityReasons.RsiDip, TrinityGroups.Momentum)
            | Group(reasons, TrinityReasons.VolumeAboveMean, TrinityGroups.Volume);
        var met = BitOperations.PopCount((uint)groups);
        var size = met switch { 5 => options.SizeAtFive, 4 => options.SizeAtFour, 3 => options.SizeAtThree, _ => 0m };
        var isBarred = options.RegimeRequired && !groups.HasFlag(TrinityGroups.Regime);
        return Verdict(met / 5.0, (groups, reasons), isBarred ? 0m : size);
    }

    private static TrinityVerdict Weigh(in TrinityFeatures features, TrinityOptions options)
    {
        var reasons = Price(features, options) | Flow(features, options) | Volatility(features);
        var groups = Group(reasons, TrinityReasons.AboveSma200 | TrinityReasons.BullishCloud, TrinityGroups.Regime)
            | Group(reasons, TrinityReasons.StrongTrend | TrinityReasons.AboveCloud | TrinityReasons.TenkanAboveKijun, TrinityGroups.Trend)
            | Group(reasons, TrinityReasons.BounceOffEma20 | TrinityReasons.RiseThroughCloud, TrinityGroups.Entry)
            | Group(
                reasons,
                TrinityReasons.RsiDip | TrinityReasons.MacdAboveSignal | TrinityReasons.ObvAboveMean | TrinityReasons.BuyingSinceAnchor,
                TrinityGroups.Momentum)
            | Group(reasons, TrinityReasons.VolumeAboveMean | TrinityReasons.DeltaSurge, TrinityGroups.Volume)
            | Group(
                reasons,
                TrinityReasons.BandsWiden | TrinityReasons.StochasticCross | TrinityReasons.AboveVwapBand | TrinityReasons.DeltaDivergence,
                TrinityGroups.Volatility);
        var score = WeightOf(groups, options) / WeightOf((TrinityGroups)63, options);
        if (features.Context.FourHourAgrees == false)
        {
            score *= options.FourHourFactor;
            reasons |= TrinityReasons.FourHoursDisagree;
        }

        // Weights such as 0.05 are no binary fractions: their sum must still reach the threshold it equals on paper.
        score = Math.Round(score, 9);
        return Verdict(score, (groups, reasons), SizeAt(score, options));
    }

    private static TrinityVerdict Verdict(double score, (TrinityGroups Groups, TrinityReasons Reasons) seen, decimal size) =>
        new(score, seen.Groups, seen.Reasons, size > 0m ? Direction.Long : null, size);

    private static decimal SizeAt(double score, TrinityOptions options) => score switch
    {
        _ when score >= options.FullThreshold => options.FullSize,
        _ when score >= options.StrongThreshold => options.StrongSize,
        _ when score >= options.FairThreshold => options.FairSize,
        _ when score >= options.WeakThreshold => options.WeakSize,
        _ => 0m,
    };

    private static double WeightOf(TrinityGroups groups, TrinityOptions options) =>
        Weight(groups, TrinityGroups.Regime, options.RegimeWeight)
        + Weight(groups, TrinityGroups.Trend, options.TrendWeight)
        + Weight(groups, TrinityGroups.Entry, options.EntryWeight)
        + Weight(groups, TrinityGroups.Momentum, options.MomentumWeight)
        + Weight(groups, TrinityGroups.Volume, options.VolumeWeight)
        + Weight(groups, TrinityGroups.Volatility, options.VolatilityWeight);

    private static TrinityReasons Price(in TrinityFeatures features, TrinityOptions options)
    {
        var context = features.Context;
        var isAboveCloud = features.Close > context.Cloud.CloudTop;
        var isTenkanAbove = context.Cloud.Tenkan > context.Cloud.Kijun;
        return If(features.Close > features.Sma200, TrinityReasons.AboveSma200)
            | If(isAboveCloud && isTenkanAbove && context.Cloud.IsBullish, TrinityReasons.BullishCloud)
            | If(features.Adx > options.StrengthAdx, TrinityReasons.StrongTrend)
            | If(isAboveCloud, TrinityReasons.AboveCloud)
            | If(isTenkanAbove, TrinityReasons.TenkanAboveKijun)
            | If(features.Low <= BounceDepth * features.Ema20 && features.Close > features.Ema20, TrinityReasons.BounceOffEma20)
            | If(isAboveCloud && features.CloseBefore <= context.CloudTopBefore, TrinityReasons.RiseThroughCloud);
    }

    // A cumulative delta that crosses up through zero is above it, so one condition says both.
    private static TrinityReasons Flow(in TrinityFeatures features, TrinityOptions options)
    {
        var context = features.Context;
        return If(features.Rsi < options.DipRsi, TrinityReasons.RsiDip)
            | If(context.Macd.Histogram > 0, TrinityReasons.MacdAboveSignal)
            | If(context.ObvExcess > 0, TrinityReasons.ObvAboveMean)
            | If(context.Delta.Cumulative > 0, TrinityReasons.BuyingSinceAnchor)
            | If(features.Volume > features.MeanVolume, TrinityReasons.VolumeAboveMean)
            | If(context.MeanDelta > 0 && context.Delta.Candle > options.Surge * context.MeanDelta, TrinityReasons.DeltaSurge);
    }

    // Delta diverges where the price fell and yet more was bought than sold.
    private static TrinityReasons Volatility(in TrinityFeatures features)
    {
        var context = features.Context;
        var (now, before) = (context.Stochastic, context.StochasticBefore);
        return If(context.BandWidth > context.BandWidthBefore, TrinityReasons.BandsWiden)
            | If(now.K > now.D && before.K <= before.D, TrinityReasons.StochasticCross)
            | If(features.Close > context.VwapUpper, TrinityReasons.AboveVwapBand)
            | If(features.Close < features.CloseBefore && context.Delta.Candle > 0, TrinityReasons.DeltaDivergence);
    }

    private static TrinityReasons If(bool isMet, TrinityReasons reason) => isMet ? reason : default;

    private static TrinityGroups Group(TrinityReasons met, TrinityReasons anyOf, TrinityGroups group) =>
        (met & anyOf) != default ? group : default;

    private static double Weight(TrinityGroups groups, TrinityGroups group, double weight) =>
        (groups & group) != default ? weight : 0;
}
