namespace BotCluster.Trading.Bots;

/// <summary>One of the things a setting can be, chosen by its <c>kind</c>: a decision mode, a sizing rule.</summary>
/// <param name="Kind">Its name in settings.</param>
/// <param name="Title">Its name for a trader.</param>
/// <param name="Description">What it does, in a sentence or two.</param>
/// <param name="Options">Its own settings.</param>
public sealed record SettingsKind(string Kind, string Title, string Description, OptionSet Options)
{
    public Type OptionsType => Options.Defaults.GetType();
}
