using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Auth;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Api.Sessions;
using BotCluster.Ledger.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BotCluster.Api;

/// <summary>All that the API needs, beside what the host brings: the database, the engine, the feed.</summary>
public static class ApiServices
{
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
        services.AddHttp();
        return services;
    }

    private static void AddLedgerStores(this IServiceCollection services)
    {
        services.AddSingleton<UserStore>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<LinkStore>();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<TenantStore>();
        services.AddSingleton<MemberStore>();
        services.AddSingleton<AuditStore>();
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

    private static void AddHttp(this IServiceCollection services)
    {
        services.AddExceptionHandler<FailureHandler>();
        services.AddSingleton<Cursors>();
        services.AddSingleton<AuditRecorder>();
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddCors();
    }
}
