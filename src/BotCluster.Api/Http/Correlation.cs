using System.Buffers;
using Microsoft.Extensions.Logging;

namespace BotCluster.Api.Http;

/// <summary>Gives each request the name by which its traces are found, the caller's own where that is harmless.</summary>
internal sealed class Correlation(RequestDelegate next, TimeProvider clock, ILogger<Correlation> log)
{
    public const string Header = "X-Correlation-ID";
    public const int Longest = 64;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public async Task InvokeAsync(HttpContext context)
    {
        var given = context.Request.Headers[Header].ToString();
        var id = IsValid(given) ? given : Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        context.TraceIdentifier = id;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = id;
            return Task.CompletedTask;
        });
        using (log.BeginScope(new Dictionary<string, object> { ["CorrelationId"] = id }))
        {
            await next(context);
        }
    }

    public static bool IsValid(string text) =>
        text.Length is > 0 and <= Longest && !text.AsSpan().ContainsAnyExcept(Allowed);
}

/// <summary>Reads what the middlewares left on a request.</summary>
internal static class RequestTraces
{
    public static string CorrelationId(this HttpContext context) => context.TraceIdentifier;

    /// <summary>Where the request came from, for limits and the audit log.</summary>
    public static string Address(this HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "local";
}
