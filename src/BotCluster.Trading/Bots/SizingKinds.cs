using BotCluster.Trading.Sizing;

namespace BotCluster.Trading.Bots;

/// <summary>The closed set of sizing rules, by their names in settings.</summary>
public static class SizingKinds
{
    public static IReadOnlyList<SettingsKind> All { get; } =
    [
        new SettingsKind(
            "fixedFraction",
            "Fixed fraction",
            "The same share of equity each time, unless the mode proposes one.",
            new OptionSet<SizingOptions.FixedFraction>(new())
                .Decimal("share", "Share of equity put up as margin.", o => o.Share, (o, value) => o with { Share = value }, (0.001m, 0.5m))),
    ];

    public static SettingsKind Of(SizingOptions sizing) =>
        All.First(kind => kind.OptionsType == sizing.GetType());

    public static IEnumerable<SettingsViolation> Check(SizingOptions sizing) => Of(sizing).Options.Check(sizing);
}
