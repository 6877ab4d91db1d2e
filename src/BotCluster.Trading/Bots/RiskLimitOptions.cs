using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Bots;

/// <summary>The settings of a bot's risk limits.</summary>
public static class RiskLimitOptions
{
    public static OptionSet Set { get; } = new OptionSet<RiskLimits>(new());
}
