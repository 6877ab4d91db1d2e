using BotCluster.Api;
using BotCluster.Standalone.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog;

namespace BotCluster.Standalone.Running;

/// <summary>The API and the page, listening.</summary>
internal static class WebDoor
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(5);

    /// <param name="request">Where to listen.</param>
    /// <param name="api">What the API needs to know of this host.</param>
    /// <param name="log">Where its lines go.</param>
    /// <param name="rooms">Adds what the API looks at: database, engine, feed.</param>
    public static WebApplication Build(
        HostRequest.Run request, ApiOptions api, HostLog log, Action<IServiceCollection> rooms)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseUrls([.. request.Urls.Select(url => url.GetLeftPart(UriPartial.Authority))]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders().AddSerilog(log.Serilog);

        // The host alone listens to signals: it stops the bots first, and only then closes this door.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = DrainLimit);
        rooms(builder.Services);
        builder.Services.AddBotClusterApi(api);
        var app = builder.Build();
        app.UseBotClusterApi();
        return app;
    }

    public static async Task OpenAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException busy)
        {
            throw new HostRefusedException($"{busy.Message} Name another address by --urls.", busy);
        }
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
