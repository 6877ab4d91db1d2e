using BotCluster.Trading.Bots;

namespace BotCluster.Trading.Decisions;

/// <summary>How the indicator mode's settings are named, explained and bounded.</summary>
internal static class IndicatorCatalogue
{
    public static SettingsKind Mode { get; } = new(
        IndicatorOptions.Name,
        "Indicator",
        "Buys pullbacks in a rising market and breakouts above its latest highs; mirrored for shorts.",
        new OptionSet<IndicatorOptions>(new())
            .Choice(
                "preset",
                "Standard: RSI was low within the pullback window. Strict: RSI is low on the very candle, which hardly ever happens.",
                o => o.Preset,
                (o, value) => o with { Preset = value })
            .Choice(
                "sides",
                "Which directions to take; shorts mirror the rules and need a perpetual symbol.",
                o => o.Sides,
                (o, value) => o with { Sides = value })
            .Integer(
                "fast",
                "Candles of the fast EMA of the trend filter; fewer than of the slow one.",
                o => o.Fast,
                (o, value) => o with { Fast = value },
                (2, 200))
            .Integer(
                "slow",
                "Candles of the slow EMA of the trend filter.",
                o => o.Slow,
                (o, value) => o with { Slow = value },
                (3, 400))
            .Integer(
                "trend",
                "Candles of the EMA that the close must be beyond.",
                o => o.Trend,
                (o, value) => o with { Trend = value },
                (5, 400))
            .Integer(
                "rsiPeriod",
                "Candles of the RSI.",
                o => o.RsiPeriod,
                (o, value) => o with { RsiPeriod = value },
                (2, 100))
            .Number(
                "pullbackRsi",
                "RSI below this is a pullback of a rising market; mirrored for shorts.",
                o => o.PullbackRsi,
                (o, value) => o with { PullbackRsi = value },
                (5, 50))
            .Integer(
                "pullbackWindow",
                "How many candles, this one included, the pullback may lie back.",
                o => o.PullbackWindow,
                (o, value) => o with { PullbackWindow = value },
                (1, 50))
            .Number(
                "volumeShare",
                "Volume an entry needs, as a multiple of its mean.",
                o => o.VolumeShare,
                (o, value) => o with { VolumeShare = value },
                (0, 10))
            .Integer(
                "volumePeriod",
                "Candles of the mean volume.",
                o => o.VolumePeriod,
                (o, value) => o with { VolumePeriod = value },
                (2, 400))
            .Integer(
                "breakoutCandles",
                "A breakout closes above the highest high of this many earlier candles.",
                o => o.BreakoutCandles,
                (o, value) => o with { BreakoutCandles = value },
                (2, 400))
            .Number(
                "breakoutRsi",
                "RSI a breakout needs; mirrored for shorts.",
                o => o.BreakoutRsi,
                (o, value) => o with { BreakoutRsi = value },
                (50, 95))
            .Decimal(
                "breakoutStop",
                "How far under the broken level a breakout's stop stands.",
                o => o.BreakoutStop,
                (o, value) => o with { BreakoutStop = value },
                (0.001m, 0.20m))
            .Number(
                "confidence",
                "Confidence of a pullback, and of a breakout that just clears its level; each percent beyond adds 0.1.",
                o => o.Confidence,
                (o, value) => o with { Confidence = value },
                (0.1, 1))
            .Number(
                "maximumConfidence",
                "The most confidence a breakout gets.",
                o => o.MaximumConfidence,
                (o, value) => o with { MaximumConfidence = value },
                (0.1, 1))
            .Decimal(
                "stop",
                "Stop-loss of a pullback entry, as a share of the price.",
                o => o.Stop,
                (o, value) => o with { Stop = value },
                ModeBounds.Stop)
            .Decimal(
                "target",
                "Take-profit, as a share of the price.",
                o => o.Target,
                (o, value) => o with { Target = value },
                ModeBounds.Target)
            .Decimal(
                "size",
                "Share of equity put up as margin.",
                o => o.Size,
                (o, value) => o with { Size = value },
                (0.001m, 0.25m))
            .Number(
                "exitRsi",
                "RSI above this closes a position that has profit enough; mirrored for shorts.",
                o => o.ExitRsi,
                (o, value) => o with { ExitRsi = value },
                (55, 99))
            .Decimal(
                "exitProfit",
                "The profit, as a share of the price, from which a high RSI closes.",
                o => o.ExitProfit,
                (o, value) => o with { ExitProfit = value },
                (0m, 1m))
            .Decimal(
                "leverage",
                "Exposure over margin; above 1 needs a perpetual symbol.",
                o => o.Leverage,
                (o, value) => o with { Leverage = value },
                ModeBounds.Leverage));
}
