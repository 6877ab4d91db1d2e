using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Auth;
using BotCluster.Api.Bots;
using BotCluster.Api.Clients;
using BotCluster.Api.Fleet;
using BotCluster.Api.Health;
using BotCluster.Api.Http;
using BotCluster.Api.Live;
using BotCluster.Api.Market;
using BotCluster.Api.Refusals;
using Microsoft.AspNetCore.HttpOverrides;

namespace BotCluster.Api;

/// <summary>The way of a request through the house.</summary>
public static class ApiPipeline
{
    internal const string Root = "/api/v1";

    /// <summary>Adds the API, its live push and the page to a host.</summary>
    public static WebApplication UseBotClusterApi(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<ApiOptions>();
        app.UseProxies(options);
        app.UseMiddleware<Correlation>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => Refuse.ByStatus(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
        if (options.PageDirectory is { } directory)
        {
            app.UsePageFiles(directory);
        }

        app.UseRouting();
        app.UseOrigins(options);
        app.UseAuthentication();
        app.UseMiddleware<CsrfGuard>();
        app.UseAuthorization();
        app.UseMiddleware<StrictQuery>();
        app.UseMiddleware<IdempotencyGuard>();
        app.MapApi();
        return app;
    }

    internal static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Root).RequireAuthorization();
        api.AddEndpointFilterFactory((_, next) =>
        {
            var bodies = new BodyFilter();
            return invocation => bodies.InvokeAsync(invocation, next);
        });
        api.AddEndpointFilterFactory((factory, next) =>
        {
            var recorder = factory.ApplicationServices.GetRequiredService<AuditRecorder>();
            return invocation => recorder.InvokeAsync(invocation, next);
        });
        api.MapAuth();
        api.MapPageAuth();
        api.MapClients();
        api.MapWebhooks();
        api.MapUsers();
        api.MapKillSwitches();
        api.MapBots();
        api.MapBotCommands();
        api.MapBotHistory();
        api.MapSignals();
        api.MapAlerts();
        api.MapMarket();
        api.MapFleet();
        api.MapAudit();
        api.MapHealth();
        api.MapOpenApi("/openapi.json");
        app.MapHub<LiveHub>($"{Root}/live").WithMetadata(new FreeQuery());
        return api;
    }

    private static void UseProxies(this WebApplication app, ApiOptions options)
    {
        if (options.TrustedProxies.Count == 0)
        {
            return;
        }

        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in options.TrustedProxies)
        {
            forwarded.KnownProxies.Add(proxy);
        }

        app.UseForwardedHeaders(forwarded);
    }

    // Programs in other pages bring a token; cookies are for our own page alone.
    private static void UseOrigins(this WebApplication app, ApiOptions options)
    {
        if (options.AllowedOrigins.Count > 0)
        {
            app.UseCors(policy => policy
                .WithOrigins([.. options.AllowedOrigins])
                .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
                .WithHeaders("Authorization", "Content-Type", "Idempotency-Key", Correlation.Header)
                .WithExposedHeaders(Correlation.Header, "Retry-After", "Location"));
        }
    }
}
