using BotCluster.Ledger.Queries;
using BotCluster.Trading.Bots;

namespace BotCluster.Api.Bots;

/// <summary>Alerts of one bot, for those who may see it.</summary>
internal sealed class AlertList(AlertQueries alerts, BotQueries bots)
{
    /// <returns>Null where there is no such bot in the scope.</returns>
    public async Task<Page<AlertRow>?> OfBotAsync(
        TenantScope scope, BotId bot, TimeRange range, PageRequest page, CancellationToken cancellationToken) =>
        await bots.FindAsync(scope, bot, cancellationToken) is null
            ? null
            : await alerts.ListAsync(scope, new AlertFilter(Bot: bot), range, page, cancellationToken);
}
