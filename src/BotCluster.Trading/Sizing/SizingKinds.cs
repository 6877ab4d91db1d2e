using BotCluster.Trading.Bots;

namespace BotCluster.Trading.Sizing;

/// <summary>The closed set of sizing rules, by their names in settings.</summary>
public static class SizingKinds
{
    public static IReadOnlyList<SettingsKind> All { get; } =
    [
        new SettingsKind(
            "fixedFraction",
            "Fixed fraction",
            "The base size each time.",
            WithShare(new SizingOptions.FixedFraction(), (o, value) => o with { Share = value })),
        new SettingsKind(
            "confidenceScaled",
            "Confidence",
            "The base size times how sure the mode is: half of it at confidence 0.5.",
            WithShare(new SizingOptions.ConfidenceScaled(), (o, value) => o with { Share = value })),
        new SettingsKind(
            "riskAtStop",
            "Fixed risk at the stop",
            "As much as loses a fixed share of the equity when the stop is hit.",
            WithShare(new SizingOptions.RiskAtStop(), (o, value) => o with { Share = value })
                .Decimal(
                    "risk",
                    "Share of the equity that the stop may cost.",
                    o => o.Risk,
                    (o, value) => o with { Risk = value },
                    (0.0005m, 0.20m))),
        new SettingsKind(
            "volatilityTarget",
            "Volatility target",
            "As much as moves the equity by a fixed share when the price moves by one ATR.",
            WithShare(new SizingOptions.VolatilityTarget(), (o, value) => o with { Share = value })
                .Decimal(
                    "target",
                    "Share of the equity that one ATR may move.",
                    o => o.Target,
                    (o, value) => o with { Target = value },
                    (0.0005m, 0.20m))),
        new SettingsKind(
            "kelly",
            "Kelly",
            "A part of what Kelly's formula says of the trades of the last 90 days; nothing where they show no edge.",
            WithShare(new SizingOptions.Kelly(), (o, value) => o with { Share = value })
                .Decimal(
                    "fraction",
                    "How much of the full Kelly share is put up.",
                    o => o.Fraction,
                    (o, value) => o with { Fraction = value },
                    (0.01m, 1m))
                .Decimal(
                    "maximumShare",
                    "The most of the equity put up as margin.",
                    o => o.MaximumShare,
                    (o, value) => o with { MaximumShare = value },
                    (0.001m, 0.25m))),
    ];

    public static SettingsKind Of(SizingOptions sizing) => All.First(kind => kind.OptionsType == sizing.GetType());

    /// <summary>All options that are out of bounds, each by its name.</summary>
    internal static IEnumerable<SettingsViolation> Check(SizingOptions sizing) => Of(sizing).Options.Check(sizing);

    private static OptionSet<T> WithShare<T>(T defaults, Func<T, decimal, T> with)
        where T : SizingOptions => new OptionSet<T>(defaults).Decimal(
            "share",
            "The base size: share of the equity put up as margin where the mode proposes none.",
            o => o.Share,
            with,
            (0.001m, Risk.RiskLimits.MostPositionShare));
}
