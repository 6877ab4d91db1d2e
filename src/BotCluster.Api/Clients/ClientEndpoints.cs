using System.ComponentModel.DataAnnotations;
using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Ledger.People;
using BotCluster.Trading.Bots;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Clients;

/// <summary>The clients of the installation: everybody sees their own, the platform's admin all.</summary>
internal static class ClientEndpoints
{
    private const string List = "clients";

    public static void MapClients(this IEndpointRouteBuilder routes)
    {
        var clients = routes.MapGroup("/clients").WithTags("Clients");

        clients.MapGet("", ListClients).WithName("listClients");
        clients.MapPost("", Create).WithName("createClient").WithMetadata(new Idempotent());
    }

    private static async Task<Results<Ok<Page<Client>>, Refusal>> ListClients(
        [Range(1, Page<Client>.LargestLimit)] int? limit,
        string? cursor,
        Caller caller,
        TenantStore tenants,
        Cursors cursors,
        CancellationToken cancellationToken)
    {
        if (!cursors.TryOpen(List, cursor, out var place, out var refusal))
        {
            return refusal;
        }

        var after = place is null ? (TenantId?)null : new TenantId(Guid.Parse(place));
        var size = limit ?? Page<Client>.DefaultLimit;
        var found = await tenants.ListAsync(caller.Clients, after, size + 1, cancellationToken);
        var next = found.Count > size ? cursors.Seal(List, found[size - 1].Id.ToString()) : null;
        return TypedResults.Ok(new Page<Client>([.. found.Take(size).Select(Client.Of)], next));
    }

    private static async Task<Results<Created<Client>, Refusal>> Create(
        Body<NewClient> body, Caller caller, TenantStore tenants, AuditNote note, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Doors.PlatformAdmin(caller) is { } refusal)
        {
            return refusal;
        }

        if (NameRules.Flaw(body.Value.Name) is { } flaw)
        {
            return Refuse.Invalid("name", flaw);
        }

        var now = clock.GetUtcNow();
        var id = new TenantId(Guid.CreateVersion7(now));
        note.Tenant = id;
        note.Subject = id.ToString();
        await tenants.CreateAsync(id, body.Value.Name.Trim(), now, cancellationToken);
        var tenant = await tenants.FindAsync(id, cancellationToken)
            ?? throw new InvalidOperationException("A client that was just made is not there.");
        return TypedResults.Created($"{ApiPipeline.Root}/clients/{id}", Client.Of(tenant));
    }
}
