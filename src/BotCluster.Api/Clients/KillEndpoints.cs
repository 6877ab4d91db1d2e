using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Ledger.People;
using BotCluster.Trading.Bots;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Clients;

/// <summary>The kill switches of a client and of the installation.</summary>
internal static class KillEndpoints
{
    public static void MapKillSwitches(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/clients/{id:guid}/kill", KillClient).WithName("killClient").WithTags("Clients");
        routes.MapPost("/clients/{id:guid}/release", ReleaseClient).WithName("releaseClient").WithTags("Clients");
        routes.MapPost("/kill", KillAll).WithName("killAll").WithTags("Fleet");
        routes.MapPost("/release", ReleaseAll).WithName("releaseAll").WithTags("Fleet");
    }

    private static async Task<Results<Ok<KillOutcome>, Refusal>> KillClient(
        Guid id, Body<KillRequest> body, Caller caller, Doors doors, KillSwitch kill, AuditNote note,
        CancellationToken cancellationToken) =>
        (await doors.ClientAsync(caller, id, Role.Admin, cancellationToken)).IsRefused(out var client, out var refusal)
            ? refusal
            : await PullAsync(client.Id, body.Value.Reason, kill, note, cancellationToken);

    private static async Task<Results<NoContent, Refusal>> ReleaseClient(
        Guid id, Caller caller, Doors doors, KillSwitch kill, AuditNote note, CancellationToken cancellationToken)
    {
        if ((await doors.ClientAsync(caller, id, Role.Admin, cancellationToken)).IsRefused(out var client, out var refusal))
        {
            return refusal;
        }

        note.Tenant = client.Id;
        await kill.ReleaseAsync(client.Id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<KillOutcome>, Refusal>> KillAll(
        Body<KillRequest> body, Caller caller, KillSwitch kill, AuditNote note, CancellationToken cancellationToken) =>
        Doors.PlatformAdmin(caller) is { } refusal
            ? refusal
            : await PullAsync(null, body.Value.Reason, kill, note, cancellationToken);

    private static async Task<Results<NoContent, Refusal>> ReleaseAll(
        Caller caller, KillSwitch kill, CancellationToken cancellationToken)
    {
        if (Doors.PlatformAdmin(caller) is { } refusal)
        {
            return refusal;
        }

        await kill.ReleaseAsync(null, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<KillOutcome>, Refusal>> PullAsync(
        TenantId? client, string reason, KillSwitch kill, AuditNote note, CancellationToken cancellationToken)
    {
        if (TextRules.Flaw(reason) is { } flaw)
        {
            return Refuse.Invalid("reason", flaw);
        }

        note.Tenant = client;
        note.Details["reason"] = reason;
        var report = await kill.PullAsync(client, reason, cancellationToken);
        return TypedResults.Ok(new KillOutcome(report.Confirmed, [.. report.Unconfirmed.Select(bot => bot.Value)]));
    }
}
