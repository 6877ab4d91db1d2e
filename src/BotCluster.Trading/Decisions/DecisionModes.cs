namespace BotCluster.Trading.Decisions;

/// <summary>The closed set of decision modes, by their names in settings.</summary>
public static class DecisionModes
{
    /// <summary>The options type of each mode, by its name.</summary>
    public static IReadOnlyDictionary<string, Type> OptionsByKind { get; } = new Dictionary<string, Type>();
}
