namespace BotCluster.Trading.Cycle;

/// <summary>What every bot's cycle keeps to, whatever its settings.</summary>
public sealed record CycleOptions
{
    /// <summary>New entries a cycle may send.</summary>
    public int MostEntries { get; init; } = 2;

    /// <summary>How long after its intent an order may still be sent.</summary>
    public TimeSpan IntentLifetime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Equity is recorded on change, and this often besides.</summary>
    public TimeSpan EquityInterval { get; init; } = TimeSpan.FromMinutes(15);
}
