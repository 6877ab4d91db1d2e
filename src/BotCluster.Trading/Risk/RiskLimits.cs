namespace BotCluster.Trading.Risk;

/// <summary>The limits a bot trades under. Defaults and bounds are those of the trading rules; none can be switched off live.</summary>
public sealed record RiskLimits
{
}
