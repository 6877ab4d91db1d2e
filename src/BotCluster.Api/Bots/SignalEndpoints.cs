using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Bots;

/// <summary>Proposals for a bot from outside.</summary>
internal static class SignalEndpoints
{
    public static void MapSignals(this IEndpointRouteBuilder routes) => routes
        .MapPost("/bots/{id:guid}/signals", Submit)
        .WithName("submitSignal").WithTags("Bots").WithMetadata(new Idempotent());

    private static async Task<Results<Accepted<SignalReceipt>, Refusal>> Submit(
        Guid id, Body<SignalRequest> body, Caller caller, SignalDesk desk, AuditNote note, CancellationToken cancellationToken) =>
        (await desk.SubmitAsync(caller, id, body.Value, note, cancellationToken)).IsRefused(out var receipt, out var refusal)
            ? refusal
            : TypedResults.Accepted((string?)null, receipt);
}
