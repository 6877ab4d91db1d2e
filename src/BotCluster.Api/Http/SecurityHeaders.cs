using System.Buffers;

namespace BotCluster.Api.Http;

/// <summary>Tells browsers to run nothing but our own files, and to show them in nobody else's frame.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly SearchValues<char> HostCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.:[]");

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment, because an error handler throws away what was set before.
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(context.Request);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        if (context.Request.Path.StartsWithSegments("/api"))
        {
            headers.CacheControl = "no-store";
        }
    }

    // Not every browser counts a web socket to the same host as 'self', so it is named.
    private static string Policy(HttpRequest request)
    {
        var host = request.Host.Value ?? "";
        var socket = host.Length > 0 && !host.AsSpan().ContainsAnyExcept(HostCharacters)
            ? $" {(request.IsHttps ? "wss" : "ws")}://{host}"
            : "";
        return $"default-src 'self'; connect-src 'self'{socket}; img-src 'self' data:; object-src 'none'; "
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    }
}
