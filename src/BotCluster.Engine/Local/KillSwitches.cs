using System.Collections.Concurrent;
using BotCluster.Trading.Bots;

namespace BotCluster.Engine.Local;

/// <summary>Which clients, or all, are under a kill switch: asked before every turn, so the block comes before any order.</summary>
internal sealed class KillSwitches
{
    private readonly ConcurrentDictionary<TenantId, string> _clients = new();
    private string? _all;

    public void Pull(TenantId? tenant, string reason)
    {
        if (tenant is { } client)
        {
            _clients[client] = reason;
        }
        else
        {
            Volatile.Write(ref _all, reason);
        }
    }

    public void Release(TenantId? tenant)
    {
        if (tenant is { } client)
        {
            _clients.TryRemove(client, out _);
        }
        else
        {
            Volatile.Write(ref _all, null);
        }
    }

    /// <returns>Null where no switch is pulled.</returns>
    public string? ReasonFor(TenantId tenant) =>
        Volatile.Read(ref _all) ?? (_clients.IsEmpty ? null : _clients.GetValueOrDefault(tenant));
}
