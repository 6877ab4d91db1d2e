using BotCluster.Trading.Bots;

namespace BotCluster.Engine.Local;

/// <summary>Which clients, or all, are under a kill switch: asked before every turn, so the block comes before any order.</summary>
internal sealed class KillSwitches
{
    private readonly Lock _gate = new();

    // Copied when it changes: it is read before every turn, and changed once in a blue moon.
    private volatile Dictionary<TenantId, string>? _clients;
    private volatile string? _all;

    public void Pull(TenantId? tenant, string reason)
    {
        lock (_gate)
        {
            if (tenant is { } client)
            {
                _clients = new Dictionary<TenantId, string>(_clients ?? []) { [client] = reason };
            }
            else
            {
                _all = reason;
            }
        }
    }

    public void Release(TenantId? tenant)
    {
        lock (_gate)
        {
            if (tenant is null)
            {
                _all = null;
            }
            else if (_clients is { } clients)
            {
                var left = clients.Where(client => client.Key != tenant).ToDictionary();
                _clients = left.Count == 0 ? null : left;
            }
        }
    }

    /// <returns>Null where no switch is pulled.</returns>
    public string? ReasonFor(TenantId tenant) => _all ?? _clients?.GetValueOrDefault(tenant);
}
