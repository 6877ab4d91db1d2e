using BotCluster.Trading.Bots;
using Npgsql;

namespace BotCluster.Ledger.People;

/// <summary>Which kill switches are pulled, so that they stay pulled when the program starts again.</summary>
public sealed class KillSwitchStore(NpgsqlDataSource source)
{
    /// <summary>Pulls or releases the switch of a client, or of the installation where none is named.</summary>
    public Task SetAsync(TenantId? tenant, bool isPulled, CancellationToken cancellationToken) => tenant is { } client
        ? source.RunAsync(
            "update tenants set kill_switch = @isPulled where id = @Value", new { client.Value, isPulled }, cancellationToken)
        : source.RunAsync("update installation set kill_switch = @isPulled", new { isPulled }, cancellationToken);

    public async Task<bool> IsInstallationKilledAsync(CancellationToken cancellationToken) => await source.OneAsync<bool>(
        "select coalesce(bool_or(kill_switch), false) from installation", null, cancellationToken);

    public async Task<IReadOnlyList<TenantId>> KilledClientsAsync(CancellationToken cancellationToken)
    {
        var ids = await source.AllAsync<Guid>("select id from tenants where kill_switch order by id", null, cancellationToken);
        return [.. ids.Select(id => new TenantId(id))];
    }
}
