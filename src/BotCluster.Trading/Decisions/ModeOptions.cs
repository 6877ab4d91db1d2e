using BotCluster.Trading.Bots;
using BotCluster.Trading.Indicators;

namespace BotCluster.Trading.Decisions;

/// <summary>The settings of one decision mode. Which modes there are stands in <see cref="DecisionModes"/>.</summary>
public abstract record ModeOptions
{
    /// <summary>The mode's name in settings: <c>indicator</c>, <c>trinity</c>, <c>crossover</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>All that is wrong with these options, each with its path below <c>mode</c>.</summary>
    public abstract IEnumerable<SettingsViolation> Validate(BotSettings settings);

    /// <summary>The mode at work for one bot, its indicators registered on the board.</summary>
    public abstract IDecisionMode Create(BotSettings settings, IndicatorBoard board);

    /// <summary>How many closed candles of the bot's timeframe the mode needs before it can decide.</summary>
    public abstract int WarmUpCandles { get; }
}
