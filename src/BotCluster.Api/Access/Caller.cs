using System.Security.Claims;
using BotCluster.Ledger.People;
using BotCluster.Ledger.Queries;
using BotCluster.Trading.Bots;

namespace BotCluster.Api.Access;

/// <summary>Who asks, by which session, and what for which client they may do.</summary>
internal sealed record Caller(LiveSession Session)
{
    public UserAccount User => Session.User;

    /// <summary>The clients whose bots they see; null: all.</summary>
    public IReadOnlyCollection<TenantId>? Clients => User.IsPlatformAdmin
        ? null
        : [.. Session.Memberships.Select(membership => new TenantId(membership.TenantId))];

    /// <summary>The same, as queries take it.</summary>
    public TenantScope Scope => Clients is { } clients ? TenantScope.Of(clients) : TenantScope.All;

    /// <returns>Null where the client is none of theirs.</returns>
    public Role? RoleAt(TenantId client) => User.IsPlatformAdmin
        ? Role.Admin
        : Session.Memberships.FirstOrDefault(membership => membership.TenantId == client.Value)?.Role;

    public static Caller? Of(ClaimsPrincipal user) => (user.Identity as CallerIdentity)?.Caller;

    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context.User));
}

/// <summary>A caller as the framework knows one.</summary>
internal sealed class CallerIdentity(Caller caller) : ClaimsIdentity(SessionAuthentication.Scheme)
{
    public Caller Caller { get; } = caller;
}
