using BotCluster.Engine;
using BotCluster.Ledger.People;
using BotCluster.Trading.Bots;

namespace BotCluster.Api.Clients;

/// <summary>Pulls and releases kill switches, durably: what was pulled stays so when the program starts again.</summary>
internal sealed class KillSwitch(KillSwitchStore store, IBotEngine engine)
{
    public async Task<KillReport> PullAsync(TenantId? client, string reason, CancellationToken cancellationToken)
    {
        await store.SetAsync(client, isPulled: true, cancellationToken);
        return await engine.KillAsync(client, reason, cancellationToken);
    }

    public async Task ReleaseAsync(TenantId? client, CancellationToken cancellationToken)
    {
        await engine.ReleaseAsync(client, cancellationToken);
        await store.SetAsync(client, isPulled: false, cancellationToken);
    }

    /// <summary>Pulls again what was pulled when the program stopped.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        const string reason = "The kill switch was pulled before the program stopped.";
        if (await store.IsInstallationKilledAsync(cancellationToken))
        {
            await engine.KillAsync(null, reason, cancellationToken);
        }

        foreach (var client in await store.KilledClientsAsync(cancellationToken))
        {
            await engine.KillAsync(client, reason, cancellationToken);
        }
    }
}
