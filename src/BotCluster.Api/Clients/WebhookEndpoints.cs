using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Ledger.People;
using BotCluster.Trading.Ports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Clients;

/// <summary>The one address of a client to which its alerts are sent.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var webhook = routes.MapGroup("/clients/{id:guid}/webhook").WithTags("Clients");

        webhook.MapPut("", Set).WithName("setWebhook");
        webhook.MapDelete("", Remove).WithName("removeWebhook");
        webhook.MapPost("/test", Try).WithName("testWebhook");
    }

    private static async Task<Results<Ok<WebhookSecret>, Refusal>> Set(
        Guid id, Body<WebhookRequest> body, Caller caller, Doors doors, WebhookDesk desk, AuditNote note,
        CancellationToken cancellationToken)
    {
        if ((await doors.ClientAsync(caller, id, Role.Admin, cancellationToken)).IsRefused(out var client, out var refusal))
        {
            return refusal;
        }

        note.Tenant = client.Id;
        return (await desk.SetAsync(client.Id, body.Value.Url, cancellationToken)).Ok(secret => new WebhookSecret(body.Value.Url, secret));
    }

    private static async Task<Results<NoContent, Refusal>> Remove(
        Guid id, Caller caller, Doors doors, TenantStore tenants, AuditNote note, CancellationToken cancellationToken)
    {
        if ((await doors.ClientAsync(caller, id, Role.Admin, cancellationToken)).IsRefused(out var client, out var refusal))
        {
            return refusal;
        }

        note.Tenant = client.Id;
        await tenants.SetWebhookAsync(client.Id, null, null, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<WebhookTrial>, Refusal>> Try(
        Guid id, Caller caller, Doors doors, WebhookDesk desk, AuditNote note, CancellationToken cancellationToken)
    {
        if ((await doors.ClientAsync(caller, id, Role.Admin, cancellationToken)).IsRefused(out var client, out var refusal))
        {
            return refusal;
        }

        note.Tenant = client.Id;
        if (desk.TargetOf(client) is not { } target)
        {
            return Refuse.Conflict("no-webhook", "This client has no webhook yet; set one first.");
        }

        return await desk.TryAsync(target, cancellationToken) switch
        {
            WebhookOutcome.Delivered delivered => TypedResults.Ok(
                new WebhookTrial(true, FormattableString.Invariant($"The server answered {delivered.StatusCode}."))),
            WebhookOutcome.Failed failed => TypedResults.Ok(new WebhookTrial(false, failed.Reason)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
