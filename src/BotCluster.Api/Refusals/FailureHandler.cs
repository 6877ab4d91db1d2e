using BotCluster.Trading.Ports;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BotCluster.Api.Refusals;

/// <summary>Turns what no endpoint expected into problem details: nothing of the failure itself leaves the house.</summary>
internal sealed class FailureHandler(ILogger<FailureHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var refusal = Answer(exception);
        if (refusal.Status >= StatusCodes.Status500InternalServerError)
        {
            log.LogError(exception, "A request failed with {Status}.", refusal.Status);
        }

        await ProblemWriter.WriteAsync(httpContext, refusal);
        return true;
    }

    private static Refusal Answer(Exception exception) => exception switch
    {
        BadHttpRequestException bad => Refuse.ByStatus(bad.StatusCode),
        NpgsqlException { IsTransient: true } or StoreUnavailableException => Refuse.Unavailable("The database"),
        TimeoutException => Refuse.Unavailable("A part of the service"),
        _ => Refuse.ByStatus(StatusCodes.Status500InternalServerError),
    };
}
