using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Refusals;
using BotCluster.Engine;
using BotCluster.Engine.Bots;
using BotCluster.Ledger.People;
using BotCluster.Trading.Bots;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Bots;

/// <summary>Makes bots for those who may, and starts them where that was asked for.</summary>
internal sealed class BotMaker(Doors doors, SettingsCheck check, IBotEngine engine, BotDesk desk, TimeProvider clock)
{
    public async Task<Results<Created<Bot>, Refusal>> MakeAsync(
        Caller caller, NewBotRequest request, AuditNote note, CancellationToken cancellationToken)
    {
        if (ClientOf(caller, request).IsRefused(out var client, out var refusal)
            || (await doors.ClientAsync(caller, client, Role.Trader, cancellationToken)).IsRefused(out var tenant, out refusal))
        {
            return refusal;
        }

        note.Tenant = tenant.Id;
        if (check.Read(request.Settings, "settings.").IsRefused(out var settings, out refusal))
        {
            return refusal;
        }

        var id = new BotId(request.Id ?? Guid.CreateVersion7(clock.GetUtcNow()));
        note.Subject = id.ToString();
        var made = await engine.CreateAsync(new NewBot(id, tenant.Id, settings), cancellationToken);
        if (made is CommandOutcome.Accepted && request.Start == true)
        {
            made = await engine.ExecuteAsync(tenant.Id, id, new BotCommand.Start(), cancellationToken);
        }

        if (BotDesk.Outcome(made).IsRefused(out var now, out refusal)
            || (await doors.BotAsync(caller, id.Value, Role.Trader, cancellationToken)).IsRefused(out var row, out refusal))
        {
            return refusal;
        }

        return TypedResults.Created($"{ApiPipeline.Root}/bots/{id}", await desk.WholeAsync(row, now, cancellationToken));
    }

    private static Attempt<Guid> ClientOf(Caller caller, NewBotRequest request)
    {
        if (request.ClientId is { } named)
        {
            return named;
        }

        var own = caller.Session.Memberships;
        return own.Count == 1 && !caller.User.IsPlatformAdmin
            ? own[0].TenantId
            : Refuse.Invalid("clientId", "is missing: you act for several clients, so say for which");
    }
}
