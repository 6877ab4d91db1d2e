using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Refusals;
using BotCluster.Engine;
using BotCluster.Engine.Bots;
using BotCluster.Ledger.People;
using BotCluster.Ledger.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Bots;

/// <summary>Shows bots and gives them commands, for those who may.</summary>
internal sealed class BotDesk(Doors doors, BotQueries bots, IBotEngine engine)
{
    private const int SparkPoints = 40;

    public async Task<Results<Ok<Bot>, Refusal>> ShowAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        if ((await doors.BotAsync(caller, id, Role.Viewer, cancellationToken)).IsRefused(out var row, out var refusal))
        {
            return refusal;
        }

        var now = await engine.SnapshotAsync(row.Definition.Tenant, row.Definition.Id, cancellationToken);
        return TypedResults.Ok(await WholeAsync(row, now, cancellationToken));
    }

    public async Task<IReadOnlyList<BotSummary>> SummariesAsync(
        TenantScope scope, IReadOnlyList<BotRow> rows, CancellationToken cancellationToken)
    {
        var sparks = await bots.SparksAsync(scope, [.. rows.Select(row => row.Definition.Id)], SparkPoints, cancellationToken);
        var summaries = new List<BotSummary>(rows.Count);
        foreach (var row in rows)
        {
            var now = await engine.SnapshotAsync(row.Definition.Tenant, row.Definition.Id, cancellationToken);
            summaries.Add(new BotPicture(row, now).Summary(sparks.GetValueOrDefault(row.Definition.Id, [])));
        }

        return summaries;
    }

    /// <summary>Gives a bot a command for somebody who may trade.</summary>
    public async Task<Results<Ok<Bot>, Refusal>> CommandAsync(
        Caller caller, Guid id, BotCommand command, AuditNote note, CancellationToken cancellationToken)
    {
        if ((await doors.BotAsync(caller, id, Role.Trader, cancellationToken)).IsRefused(out var row, out var refusal))
        {
            return refusal;
        }

        note.Tenant = row.Definition.Tenant;
        if (Outcome(await engine.ExecuteAsync(row.Definition.Tenant, row.Definition.Id, command, cancellationToken))
            .IsRefused(out var now, out refusal))
        {
            return refusal;
        }

        return TypedResults.Ok(await WholeAsync(row, now, cancellationToken));
    }

    public async Task<Bot> WholeAsync(BotRow row, BotSnapshot? now, CancellationToken cancellationToken)
    {
        var id = row.Definition.Id;
        var sparks = await bots.SparksAsync(TenantScope.Of(row.Definition.Tenant), [id], SparkPoints, cancellationToken);
        return new BotPicture(row, now).Whole(sparks.GetValueOrDefault(id, []));
    }

    public static Attempt<BotSnapshot> Outcome(CommandOutcome outcome) => outcome switch
    {
        CommandOutcome.Accepted accepted => accepted.Snapshot,
        CommandOutcome.Refused refused => Refuse.Conflict(refused.Code, refused.Text),
        CommandOutcome.NotFound => Refuse.NotFound("bot"),
        CommandOutcome.Unavailable unavailable =>
            new Refusal(StatusCodes.Status503ServiceUnavailable, "unavailable", unavailable.Text) { RetryAfter = TimeSpan.FromSeconds(2) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
