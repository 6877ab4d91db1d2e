using BotCluster.Api.Access;
using BotCluster.Api.Alerts;
using BotCluster.Api.Auditing;
using BotCluster.Api.Auth;
using BotCluster.Api.Bots;
using BotCluster.Api.Clients;
using BotCluster.Api.Fleet;
using BotCluster.Api.Health;
using BotCluster.Api.Http;
using BotCluster.Api.Live;
using BotCluster.Api.Market;
using BotCluster.Api.Metrics;
using BotCluster.Api.OpenApi;
using BotCluster.Api.Refusals;
using BotCluster.Api.Sessions;
using BotCluster.Ledger.People;
using BotCluster.Ledger.Queries;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BotCluster.Api;

/// <summary>All that the API needs, beside what the host brings: the database, the engine, the feed.</summary>
public static class ApiServices
{
    private const int LargestHubMessage = 4096;

    public static IServiceCollection AddBotClusterApi(this IServiceCollection services, ApiOptions options)
    {
        if (options.Validate().ToList() is { Count: > 0 } violations)
        {
            throw new ArgumentException(string.Join(" ", violations), nameof(options));
        }

        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddLedgerStores();
        services.AddSealing();
        services.AddSessions();
        services.AddResources();
        services.AddLive();
        services.AddOperations();
        services.AddHttp();
        return services;
    }

    /// <summary>Pulls the kill switches that were pulled when the program stopped. The host calls it before any bot gets a turn.</summary>
    public static Task RestoreKillSwitchesAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<KillSwitch>().RestoreAsync(cancellationToken);

    private static void AddLedgerStores(this IServiceCollection services)
    {
        services.AddSingleton<UserStore>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<LinkStore>();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<TenantStore>();
        services.AddSingleton<MemberStore>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<KillSwitchStore>();
        services.AddSingleton<SignalStore>();
        services.AddSingleton<IdempotencyStore>();
        services.AddSingleton<BotQueries>();
        services.AddSingleton<HistoryQueries>();
        services.AddSingleton<AlertQueries>();
        services.AddSingleton<FleetQueries>();
    }

    private static void AddResources(this IServiceCollection services)
    {
        services.AddSingleton<Doors>();
        services.AddSingleton<WebhookDesk>();
        services.AddSingleton<UserDesk>();
        services.AddSingleton<KillSwitch>();
        services.AddSingleton<SettingsCheck>();
        services.AddSingleton<BotDesk>();
        services.AddSingleton<BotList>();
        services.AddSingleton<BotMaker>();
        services.AddSingleton<SignalDesk>();
        services.AddSingleton<HistoryPages>();
        services.AddSingleton<AlertList>();
        services.AddSingleton<AlertDesk>();
        services.AddSingleton<FleetView>();
        services.AddSingleton<MarketView>();
    }

    private static void AddSealing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("BotCluster");
        services.AddSingleton<LedgerKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<LedgerKeys>()));
    }

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<Passwords>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<Credentials>();
        services.AddSingleton<SessionTickets>();
        services.AddSingleton<LiveSessions>();
        services.AddSingleton<SessionDesk>();
        services.AddSingleton<PasswordLinks>();
        services.AddSingleton<PasswordDesk>();
        services.AddSingleton<PageDoor>();
        services.AddSingleton(provider => new FirstAdmin(
            provider.GetRequiredService<UserStore>(),
            provider.GetRequiredService<PasswordLinks>(),
            provider.GetRequiredService<Passwords>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddAuthentication(SessionAuthentication.Scheme)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.Scheme, null);
        services.AddAuthorization();
    }

    private static void AddLive(this IServiceCollection services)
    {
        services.AddSignalR(hub =>
        {
            hub.EnableDetailedErrors = false;
            hub.MaximumReceiveMessageSize = LargestHubMessage;
        }).AddJsonProtocol(json => ApiJson.Configure(json.PayloadSerializerOptions));
        services.AddSingleton<LiveViewers>();
        services.AddSingleton<LivePushes>();
        services.AddSingleton<LiveFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveFeed>());
        services.AddHostedService<AlertDispatch>();
    }

    private static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<HealthProbe>();
        services.AddSingleton<PrometheusExporter>();
        services.AddSingleton<ManagementServer>();
        services.AddHostedService(provider => provider.GetRequiredService<ManagementServer>());
    }

    private static void AddHttp(this IServiceCollection services)
    {
        services.AddExceptionHandler<FailureHandler>();
        services.AddSingleton<Cursors>();
        services.AddSingleton<AuditRecorder>();
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddCors();
        services.AddApiDocument();
    }
}
