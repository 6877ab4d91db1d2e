using System.Globalization;
using System.Text.Json;
using BotCluster.Api.Access;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Ledger.People;

namespace BotCluster.Api.Auditing;

/// <summary>Writes down every change that was asked for: who, what, on what, from where, and what came of it.</summary>
internal sealed class AuditRecorder(AuditStore store, TimeProvider clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var request = context.HttpContext;
        if (!HttpMethods.IsGet(request.Request.Method) && StatusOf(result) is var status && IsWorthKeeping(status))
        {
            // Whoever hangs up has acted all the same.
            await store.AppendAsync(Entry(request, result, status), CancellationToken.None);
        }

        return result;
    }

    private AuditEntry Entry(HttpContext context, object? result, int status)
    {
        var note = AuditNote.Of(context);
        var caller = Caller.Of(context.User);
        var details = new Dictionary<string, string>(note.Details, StringComparer.Ordinal)
        {
            ["outcome"] = status < StatusCodes.Status400BadRequest ? "done" : "refused",
            ["status"] = status.ToString(CultureInfo.InvariantCulture),
            ["address"] = context.Address(),
        };
        if (RefusalOf(result) is { } refusal)
        {
            details["code"] = refusal.Code;
        }

        return new AuditEntry
        {
            At = clock.GetUtcNow(),
            Tenant = note.Tenant,
            ActorId = caller?.User.Id ?? note.Actor?.Id,
            Actor = caller?.User.Email ?? note.Actor?.Name ?? "somebody unknown",
            Action = context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? context.Request.Method,
            Subject = note.Subject ?? context.GetRouteValue("id")?.ToString() ?? "",
            Details = JsonSerializer.Serialize(details),
            CorrelationId = context.CorrelationId(),
        };
    }

    // What was malformed or not found is no act, and would let anybody fill the log.
    private static bool IsWorthKeeping(int status) => status < StatusCodes.Status400BadRequest
        || status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status409Conflict
            or StatusCodes.Status410Gone;

    private static int StatusOf(object? result) => result switch
    {
        INestedHttpResult nested => StatusOf(nested.Result),
        IStatusCodeHttpResult { StatusCode: { } status } => status,
        _ => StatusCodes.Status200OK,
    };

    private static Refusal? RefusalOf(object? result) => result switch
    {
        INestedHttpResult nested => RefusalOf(nested.Result),
        Refusal refusal => refusal,
        _ => null,
    };
}
