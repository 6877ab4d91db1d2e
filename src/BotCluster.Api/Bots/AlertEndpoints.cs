using System.ComponentModel.DataAnnotations;
using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Ledger.People;
using BotCluster.Ledger.Queries;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Bots;

/// <summary>Alerts of all bots that somebody sees, newest first.</summary>
internal static class AlertEndpoints
{
    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        var alerts = routes.MapGroup("/alerts").WithTags("Alerts");

        alerts.MapGet("", ListAlerts).WithName("listAlerts");
        alerts.MapPost("/{botId:guid}/{number:long}/acknowledge", Acknowledge).WithName("acknowledgeAlert");
    }

    private static async Task<Results<Ok<Http.Page<Alert>>, Refusal>> ListAlerts(
        AlertSeverity? severity, Guid? botId, bool? unacknowledged, DateTimeOffset? from, DateTimeOffset? to,
        [Range(1, 500)] int? limit, string? cursor,
        Caller caller, AlertQueries alerts, Cursors cursors, CancellationToken cancellationToken)
    {
        if (!cursors.TryOpen("alerts", cursor, out var place, out var refusal))
        {
            return refusal;
        }

        var filter = new AlertFilter(severity, botId is { } bot ? new BotId(bot) : null, unacknowledged == true);
        var page = await alerts.ListAsync(
            caller.Scope,
            filter,
            new TimeRange(from, to),
            new PageRequest(limit ?? Http.Page<Alert>.DefaultLimit, place),
            cancellationToken);
        return TypedResults.Ok(new Http.Page<Alert>(
            [.. page.Items.Select(Alert.Of)], page.Next is { } next ? cursors.Seal("alerts", next) : null));
    }

    private static async Task<Results<NoContent, Refusal>> Acknowledge(
        Guid botId, long number, Caller caller, Doors doors, AlertDesk desk, AuditNote note, CancellationToken cancellationToken)
    {
        if ((await doors.BotAsync(caller, botId, Role.Trader, cancellationToken)).IsRefused(out var bot, out var refusal))
        {
            return refusal;
        }

        note.Tenant = bot.Definition.Tenant;
        note.Subject = FormattableString.Invariant($"{botId}/{number}");
        return await desk.AcknowledgeAsync(caller, bot.Definition.Id, number, cancellationToken)
            ? TypedResults.NoContent()
            : Refuse.NotFound("alert");
    }
}
