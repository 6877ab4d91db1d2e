using Microsoft.Extensions.Logging;

namespace BotCluster.Api.Http;

/// <summary>One line a request: no query string, no header, no body, so nothing secret can be in it.</summary>
internal sealed class RequestLog(RequestDelegate next, TimeProvider clock, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var began = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var level = context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogLevel.Error : LogLevel.Debug;
            log.Log(
                level,
                "{Method} {Path} answered {Status} in {Milliseconds} ms",
                context.Request.Method,
                context.Request.Path.Value,
                context.Response.StatusCode,
                Math.Round(clock.GetElapsedTime(began).TotalMilliseconds, 1));
        }
    }
}
