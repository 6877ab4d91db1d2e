using System.Net;
using BotCluster.Api.Health;
using BotCluster.Api.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BotCluster.Api.Metrics;

/// <summary>A door of its own for operators, on this machine alone: metrics and health in detail, without a session.</summary>
internal sealed class ManagementServer(
    ApiOptions options, PrometheusExporter exporter, HealthProbe probe, ILoggerFactory loggers) : IHostedService, IAsyncDisposable
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private WebApplication? _app;

    /// <summary>Where it listens; null while it does not.</summary>
    public Uri? Address => _app?.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(address => new Uri(address)).FirstOrDefault();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.ManagementPort is not { } port)
        {
            return;
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton<IHostLifetime, Silent>();
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        builder.Services.AddSingleton(probe);
        _app = builder.Build();
        _app.MapGet("/metrics", () => TypedResults.Text(exporter.Export(), ContentType));
        _app.MapGet("/health", HealthEndpoints.Look);
        await _app.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_app is { } app)
        {
            await app.StopAsync(cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    // The host around it listens to signals, not this door.
    private sealed class Silent : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
