using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BotCluster.Api.Access;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Ledger.People;
using BotCluster.Trading.Bots;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Auditing;

/// <summary>Who did what, for a client's admins; for the platform's admin all of it.</summary>
internal static class AuditEndpoints
{
    private const string List = "audit";

    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/audit", ListAudit).WithName("listAudit").WithTags("Audit");

    private static async Task<Results<Ok<Page<AuditLine>>, Refusal>> ListAudit(
        string? action, string? subject, DateTimeOffset? from, DateTimeOffset? to,
        [Range(1, 500)] int? limit, string? cursor,
        Caller caller, AuditStore store, Cursors cursors, CancellationToken cancellationToken)
    {
        var clients = ClientsOf(caller);
        if (clients is { Count: 0 })
        {
            return Refuse.Forbidden("the role Admin at a client");
        }

        if (!cursors.TryOpen(List, cursor, out var place, out var refusal))
        {
            return refusal;
        }

        var size = limit ?? Page<AuditLine>.DefaultLimit;
        var before = place is null ? (long?)null : long.Parse(place, CultureInfo.InvariantCulture);
        var filter = new AuditFilter(clients, action, subject, from?.ToUniversalTime(), to?.ToUniversalTime());
        var found = await store.ListAsync(filter, before, size + 1, cancellationToken);
        var next = found.Count > size ? cursors.Seal(List, found[size - 1].Id.ToString(CultureInfo.InvariantCulture)) : null;
        return TypedResults.Ok(new Page<AuditLine>([.. found.Take(size).Select(AuditLine.Of)], next));
    }

    // Null for the platform's admin: all clients, and what belongs to none.
    private static List<TenantId>? ClientsOf(Caller caller) => caller.User.IsPlatformAdmin
        ? null
        : [.. caller.Session.Memberships.Where(place => place.Role == Role.Admin).Select(place => new TenantId(place.TenantId))];
}
