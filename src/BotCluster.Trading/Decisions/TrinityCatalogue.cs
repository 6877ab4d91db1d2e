using BotCluster.Trading.Bots;

namespace BotCluster.Trading.Decisions;

/// <summary>How the trinity mode's settings are named, explained and bounded.</summary>
internal static class TrinityCatalogue
{
    private static readonly (decimal Minimum, decimal Maximum) Size = (0.001m, 0.25m);

    private static readonly (double Minimum, double Maximum) Weight = (0, 1);

    public static SettingsKind Mode { get; } = new(
        TrinityOptions.Name,
        "Trinity",
        "Buys where trend, pullback, momentum and volume agree: by counting five conditions or weighing six groups. Long only.",
        new OptionSet<TrinityOptions>(new())
            .Choice(
                "preset",
                "Classic5: five conditions, three of them enter. Weighted: six groups of conditions, scored by their weights.",
                o => o.Preset,
                (o, value) => o with { Preset = value })
            .Integer(
                "dipWindow",
                "Classic5: how many candles before this one RSI may have been low; 0 is the strict original, on this very candle.",
                o => o.DipWindow,
                (o, value) => o with { DipWindow = value },
                (0, 50))
            .Boolean(
                "regimeRequired",
                "Classic5: no entry below the SMA 200, whatever else is met.",
                o => o.RegimeRequired,
                (o, value) => o with { RegimeRequired = value })
            .Number(
                "strengthAdx",
                "ADX above this is a trend.",
                o => o.StrengthAdx,
                (o, value) => o with { StrengthAdx = value },
                (5, 80))
            .Number(
                "dipRsi",
                "RSI below this is a dip.",
                o => o.DipRsi,
                (o, value) => o with { DipRsi = value },
                (5, 60))
            .Decimal(
                "sizeAtFive",
                "Classic5: share of equity where all five conditions are met.",
                o => o.SizeAtFive,
                (o, value) => o with { SizeAtFive = value },
                Size)
            .Decimal(
                "sizeAtFour",
                "Classic5: share of equity where four are met.",
                o => o.SizeAtFour,
                (o, value) => o with { SizeAtFour = value },
                Size)
            .Decimal(
                "sizeAtThree",
                "Classic5: share of equity where three are met.",
                o => o.SizeAtThree,
                (o, value) => o with { SizeAtThree = value },
                Size)
            .Number(
                "regimeWeight",
                "Weighted: close above SMA 200, or above a bullish cloud with Tenkan above Kijun.",
                o => o.RegimeWeight,
                (o, value) => o with { RegimeWeight = value },
                Weight)
            .Number(
                "trendWeight",
                "Weighted: ADX high, or close above the cloud, or Tenkan above Kijun.",
                o => o.TrendWeight,
                (o, value) => o with { TrendWeight = value },
                Weight)
            .Number(
                "entryWeight",
                "Weighted: a bounce off EMA 20, or the price rising through the cloud.",
                o => o.EntryWeight,
                (o, value) => o with { EntryWeight = value },
                Weight)
            .Number(
                "momentumWeight",
                "Weighted: a dip of RSI, MACD above its signal, OBV above its mean, or more buying than selling.",
                o => o.MomentumWeight,
                (o, value) => o with { MomentumWeight = value },
                Weight)
            .Number(
                "volumeWeight",
                "Weighted: volume above its mean, or a surge of buying.",
                o => o.VolumeWeight,
                (o, value) => o with { VolumeWeight = value },
                Weight)
            .Number(
                "volatilityWeight",
                "Weighted: Bollinger bands widen, the stochastic crosses up, close above the VWAP band, or delta diverges.",
                o => o.VolatilityWeight,
                (o, value) => o with { VolatilityWeight = value },
                Weight)
            .Number(
                "fullThreshold",
                "Weighted: score from which the full size is taken.",
                o => o.FullThreshold,
                (o, value) => o with { FullThreshold = value },
                Weight)
            .Number(
                "strongThreshold",
                "Weighted: score from which the strong size is taken.",
                o => o.StrongThreshold,
                (o, value) => o with { StrongThreshold = value },
                Weight)
            .Number(
                "fairThreshold",
                "Weighted: score from which the fair size is taken.",
                o => o.FairThreshold,
                (o, value) => o with { FairThreshold = value },
                Weight)
            .Number(
                "weakThreshold",
                "Weighted: score from which the weak size is taken; below it there is no entry.",
                o => o.WeakThreshold,
                (o, value) => o with { WeakThreshold = value },
                Weight)
            .Decimal(
                "fullSize",
                "Weighted: share of equity at the full threshold.",
                o => o.FullSize,
                (o, value) => o with { FullSize = value },
                Size)
            .Decimal(
                "strongSize",
                "Weighted: share of equity at the strong threshold.",
                o => o.StrongSize,
                (o, value) => o with { StrongSize = value },
                Size)
            .Decimal(
                "fairSize",
                "Weighted: share of equity at the fair threshold.",
                o => o.FairSize,
                (o, value) => o with { FairSize = value },
                Size)
            .Decimal(
                "weakSize",
                "Weighted: share of equity at the weak threshold.",
                o => o.WeakSize,
                (o, value) => o with { WeakSize = value },
                Size)
            .Boolean(
                "fourHourCheck",
                "Weighted: the score must be confirmed on 4 hour candles (close above EMA 20, ADX above 20).",
                o => o.FourHourCheck,
                (o, value) => o with { FourHourCheck = value })
            .Number(
                "fourHourFactor",
                "Weighted: what the score is multiplied by where 4 hour candles disagree.",
                o => o.FourHourFactor,
                (o, value) => o with { FourHourFactor = value },
                Weight)
            .Number(
                "surge",
                "Weighted: a candle's delta above this multiple of its mean is a surge.",
                o => o.Surge,
                (o, value) => o with { Surge = value },
                (1, 20))
            .Choice(
                "anchor",
                "Weighted: where VWAP and cumulative delta begin anew.",
                o => o.Anchor,
                (o, value) => o with { Anchor = value })
            .Decimal(
                "stop",
                "Stop-loss, as a share of the price.",
                o => o.Stop,
                (o, value) => o with { Stop = value },
                ModeBounds.Stop)
            .Decimal(
                "target",
                "Take-profit, as a share of the price.",
                o => o.Target,
                (o, value) => o with { Target = value },
                ModeBounds.Target)
            .Number(
                "exitRsi",
                "RSI above this closes the position, and lets none be opened.",
                o => o.ExitRsi,
                (o, value) => o with { ExitRsi = value },
                (55, 99)));
}
