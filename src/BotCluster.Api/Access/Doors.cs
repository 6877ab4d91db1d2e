using BotCluster.Api.Refusals;
using BotCluster.Ledger.People;
using BotCluster.Ledger.Queries;
using BotCluster.Trading.Bots;

namespace BotCluster.Api.Access;

/// <summary>Finds what somebody asks for, and says whether they may do with it what they ask. What is not theirs does not exist.</summary>
internal sealed class Doors(BotQueries bots, TenantStore tenants)
{
    public async Task<Attempt<BotRow>> BotAsync(Caller caller, Guid id, Role needed, CancellationToken cancellationToken)
    {
        if (await bots.FindAsync(caller.Scope, new BotId(id), cancellationToken) is not { } bot
            || caller.RoleAt(bot.Definition.Tenant) is not { } role)
        {
            return Refuse.NotFound("bot");
        }

        return Allows(role, needed) ? bot : Refuse.Forbidden(Words(needed));
    }

    public async Task<Attempt<Tenant>> ClientAsync(Caller caller, Guid id, Role needed, CancellationToken cancellationToken)
    {
        if (caller.RoleAt(new TenantId(id)) is not { } role
            || await tenants.FindAsync(new TenantId(id), cancellationToken) is not { } tenant)
        {
            return Refuse.NotFound("client");
        }

        return Allows(role, needed) ? tenant : Refuse.Forbidden(Words(needed));
    }

    /// <returns>Null where they may.</returns>
    public static Refusal? PlatformAdmin(Caller caller) => caller.User.IsPlatformAdmin ? null : Refuse.Forbidden("the platform's admin");

    // The roles are numbered from the one that may do most.
    private static bool Allows(Role role, Role needed) => role <= needed;

    private static string Words(Role needed) => $"the role {needed} at this client";
}
