using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Health;

/// <summary>Whether the service works: open to all only as far as that the process lives.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health");

        health.MapGet("", Look).WithName("health");
        health.MapGet("/live", Live).WithName("live").AllowAnonymous();
        health.MapGet("/bot-runner", LookAtBots).WithName("botRunnerHealth");
    }

    /// <summary>With 503 where a part is down, for whoever looks at the status alone.</summary>
    public static async Task<Results<Ok<HealthReport>, JsonHttpResult<HealthReport>>> Look(
        HealthProbe probe, CancellationToken cancellationToken)
    {
        var report = await probe.LookAsync(cancellationToken);
        return report.Status == PartState.Down
            ? TypedResults.Json(report, statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Ok(report);
    }

    private static Ok<Liveness> Live() => TypedResults.Ok(new Liveness("live"));

    private static async Task<Ok<BotRunnerHealth>> LookAtBots(HealthProbe probe, CancellationToken cancellationToken) =>
        TypedResults.Ok(await probe.LookAtBotsAsync(cancellationToken));
}
