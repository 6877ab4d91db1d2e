namespace BotCluster.Trading.Bots;

/// <summary>One client of the installation. Part of every key and every query.</summary>
public readonly record struct TenantId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
