using System.ComponentModel.DataAnnotations;
using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Engine.Bots;
using BotCluster.Ledger.People;
using BotCluster.Ledger.Queries;
using BotCluster.Trading.Bots;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Bots;

/// <summary>Bots: listed, made, looked at, and given new settings.</summary>
internal static class BotEndpoints
{
    public static void MapBots(this IEndpointRouteBuilder routes)
    {
        var bots = routes.MapGroup("/bots").WithTags("Bots");

        bots.MapGet("", ListBots).WithName("listBots");
        bots.MapPost("", Create).WithName("createBot").WithMetadata(new Idempotent());
        bots.MapGet("/{id:guid}", Show).WithName("getBot");
        bots.MapPut("/{id:guid}/settings", ChangeSettings).WithName("changeSettings");
    }

    private static async Task<Results<Ok<Http.Page<BotSummary>>, Refusal>> ListBots(
        BotStatus? status,
        string? mode,
        string? symbol,
        Guid? clientId,
        string? search,
        string? sort,
        [Range(1, Http.Page<BotSummary>.LargestLimit)] int? limit,
        string? cursor,
        Caller caller,
        BotList list,
        CancellationToken cancellationToken)
    {
        if (clientId is { } client && caller.RoleAt(new TenantId(client)) is null)
        {
            return Refuse.NotFound("client");
        }

        var wish = new BotWish(status, mode, symbol, search, sort);
        var scope = clientId is { } only ? TenantScope.Of(new TenantId(only)) : caller.Scope;
        var page = await list.ReadAsync(scope, wish, (limit ?? Http.Page<BotSummary>.DefaultLimit, cursor), cancellationToken);
        return page.Ok(found => found);
    }

    private static Task<Results<Created<Bot>, Refusal>> Create(
        Body<NewBotRequest> body, Caller caller, BotMaker maker, AuditNote note, CancellationToken cancellationToken) =>
        maker.MakeAsync(caller, body.Value, note, cancellationToken);

    private static Task<Results<Ok<Bot>, Refusal>> Show(Guid id, Caller caller, BotDesk desk, CancellationToken cancellationToken) =>
        desk.ShowAsync(caller, id, cancellationToken);

    private static async Task<Results<Ok<Bot>, Refusal>> ChangeSettings(
        Guid id,
        Body<SettingsDocument> body,
        Caller caller,
        Doors doors,
        BotDesk desk,
        SettingsCheck check,
        AuditNote note,
        CancellationToken cancellationToken)
    {
        if ((await doors.BotAsync(caller, id, Role.Trader, cancellationToken)).IsRefused(out var row, out var refusal))
        {
            return refusal;
        }

        note.Tenant = row.Definition.Tenant;
        return check.Read(body.Value).IsRefused(out var settings, out refusal)
            ? refusal
            : await desk.CommandAsync(caller, id, new BotCommand.ChangeSettings(settings), note, cancellationToken);
    }
}
