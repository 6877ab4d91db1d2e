namespace BotCluster.Trading.Risk;

/// <summary>Why risk refused or shrank an order: a stable code and the numbers that decided it.</summary>
public abstract record RiskReason
{
    private RiskReason()
    {
    }
}
