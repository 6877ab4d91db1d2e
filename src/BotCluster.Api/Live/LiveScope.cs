using BotCluster.Api.Access;
using BotCluster.Ledger.Queries;
using BotCluster.Trading.Bots;

namespace BotCluster.Api.Live;

/// <summary>Whose bots some viewers see: all who see the same share one message.</summary>
internal sealed record LiveScope
{
    private LiveScope(IReadOnlyList<TenantId>? clients)
    {
        Clients = clients;
        Key = clients is null ? "fleet:all" : "fleet:" + string.Join(',', clients);
    }

    /// <summary>Null: all.</summary>
    public IReadOnlyList<TenantId>? Clients { get; }

    /// <summary>The group of viewers that hears of it.</summary>
    public string Key { get; }

    public TenantScope Tenants => Clients is null ? TenantScope.All : TenantScope.Of(Clients);

    public static LiveScope Of(Caller caller) =>
        new(caller.Clients is { } clients ? [.. clients.OrderBy(client => client.Value)] : null);

    public bool Covers(TenantId client) => Clients is null || Clients.Contains(client);

    public bool Equals(LiveScope? other) => other?.Key == Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
