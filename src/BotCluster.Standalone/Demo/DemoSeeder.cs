using System.Security.Cryptography;
using System.Text;
using BotCluster.Engine;
using BotCluster.Engine.Bots;
using BotCluster.Ledger.People;
using BotCluster.Trading.Bots;

namespace BotCluster.Standalone.Demo;

/// <summary>Makes the demo fleet, once in the life of an installation.</summary>
/// <remarks>Every id follows from its name, so that a start that was killed half-way is completed by the next one.</remarks>
internal sealed class DemoSeeder(TenantStore tenants, AuditStore audit, IBotEngine engine, TimeProvider time)
{
    private const string Action = "seedDemo";
    private const string Actor = "the program";

    /// <summary>Whether this installation has had its one chance of a demo fleet.</summary>
    public async Task<bool> IsDecidedAsync(CancellationToken cancellationToken) =>
        (await audit.ListAsync(new AuditFilter(null, Action, null, null, null), before: null, limit: 1, cancellationToken)).Count > 0;

    /// <summary>Remembers that this installation has no demo fleet and shall not get one later.</summary>
    public Task DeclineAsync(CancellationToken cancellationToken) => DecideAsync("declined", cancellationToken);

    public async Task SeedAsync(DemoFleet fleet, CancellationToken cancellationToken)
    {
        foreach (var client in fleet.Clients)
        {
            var tenant = new TenantId(IdOf(client.Name));
            await tenants.CreateAsync(tenant, client.Name, time.GetUtcNow(), cancellationToken);
            foreach (var settings in client.Bots)
            {
                await SeedAsync(tenant, new BotId(IdOf($"{client.Name}/{settings.Name}")), settings, cancellationToken);
            }
        }

        await DecideAsync("made", cancellationToken);
    }

    private async Task SeedAsync(TenantId tenant, BotId bot, BotSettings settings, CancellationToken cancellationToken)
    {
        Must(settings, await engine.CreateAsync(new NewBot(bot, tenant, settings), cancellationToken));
        Must(settings, await engine.ExecuteAsync(tenant, bot, new BotCommand.Start(), cancellationToken));
    }

    private static void Must(BotSettings settings, CommandOutcome outcome)
    {
        if (outcome is not CommandOutcome.Accepted)
        {
            throw new HostRefusedException($"The demo bot '{settings.Name}' could not be made: {outcome}");
        }
    }

    private Task DecideAsync(string outcome, CancellationToken cancellationToken) => audit.AppendAsync(
        new AuditEntry
        {
            At = time.GetUtcNow(),
            Actor = Actor,
            Action = Action,
            Subject = "demo",
            Details = $$"""{"outcome":"{{outcome}}"}""",
        },
        cancellationToken);

    private static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"botcluster demo: {name}")).AsSpan(0, 16));
}
