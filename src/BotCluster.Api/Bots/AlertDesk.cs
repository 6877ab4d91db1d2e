using BotCluster.Api.Access;
using BotCluster.Ledger.Queries;
using BotCluster.Trading.Bots;

namespace BotCluster.Api.Bots;

/// <summary>Marks alerts as seen.</summary>
internal sealed class AlertDesk(AlertQueries alerts, TimeProvider clock)
{
    /// <returns>False where there is no such alert.</returns>
    public async Task<bool> AcknowledgeAsync(Caller caller, BotId bot, long number, CancellationToken cancellationToken) =>
        await alerts.AcknowledgeAsync(caller.Scope, bot, number, caller.User.Id, clock.GetUtcNow(), cancellationToken) is not null;
}
