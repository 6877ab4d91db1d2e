using BotCluster.Trading.Bots;

namespace BotCluster.Ledger.Queries;

/// <summary>Whose rows somebody may see: named clients, or, for the platform's admin, all.</summary>
/// <remarks>Every query takes one, so that nobody forgets to ask; a row outside it does not exist.</remarks>
public sealed class TenantScope
{
    private readonly Guid[]? _ids;

    private TenantScope(Guid[]? ids) => _ids = ids;

    public static TenantScope All { get; } = new(ids: null);

    public static TenantScope Of(params IEnumerable<TenantId> tenants) => new([.. tenants.Select(tenant => tenant.Value)]);

    public bool Covers(TenantId tenant) => _ids is null || _ids.Contains(tenant.Value);

    internal Query Limit(Query query, string column) => _ids switch
    {
        null => query,
        [var only] => query.Where($"{column} = ?", only),
        var several => query.Where($"{column} = any(?)", several),
    };
}
