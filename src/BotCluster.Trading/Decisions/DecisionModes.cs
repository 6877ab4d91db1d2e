using BotCluster.Trading.Bots;

namespace BotCluster.Trading.Decisions;

/// <summary>The closed set of decision modes, by their names in settings.</summary>
public static class DecisionModes
{
    public static IReadOnlyList<SettingsKind> All { get; } =
        [IndicatorCatalogue.Mode, TrinityCatalogue.Mode, CrossoverOptions.Catalogue];

    /// <summary>The options type of each mode, by its name.</summary>
    public static IReadOnlyDictionary<string, Type> OptionsByKind { get; } =
        All.ToDictionary(mode => mode.Kind, mode => mode.OptionsType);

    /// <returns>Null where there is no such mode.</returns>
    public static SettingsKind? Find(string kind) => All.FirstOrDefault(mode => mode.Kind == kind);

    public static SettingsKind Of(ModeOptions options) => All.First(mode => mode.Kind == options.Kind);
}
