using BotCluster.Api.Sessions;
using BotCluster.Engine;
using BotCluster.Engine.Local;
using BotCluster.Gateways.Alerts;
using BotCluster.Ledger.Installations;
using BotCluster.Ledger.People;
using BotCluster.Ledger.Writing;
using BotCluster.Testing;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotCluster.Api.Tests;

/// <summary>The API on a real server and a real database, as one class of tests has it.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    public const string Password = "quite-a-long-Sentence-42";

    private readonly WebApplication _app;
    private readonly TestDatabase _database;
    private readonly LocalBotEngine _engine;
    private readonly BotStore _store;

    private ApiHost(WebApplication app, TestDatabase database, ManualTimeProvider clock, (LocalBotEngine Engine, BotStore Store) floor)
    {
        _app = app;
        _database = database;
        _engine = floor.Engine;
        _store = floor.Store;
        Clock = clock;
        Address = new Uri(app.Urls.Single());
    }

    public ManualTimeProvider Clock { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    public TestDatabase Database => _database;

    /// <summary>The API over a local engine and a replay of real candles, which moves by a candle each time the clock moves by a second.</summary>
    public static async Task<ApiHost> StartAsync(PostgresFixture postgres, MarketFixture market, ApiOptions? options = null)
    {
        var stop = TestContext.Current.CancellationToken;
        var database = await postgres.CreateDatabaseAsync(stop);
        var clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        var installation = await new InstallationStore(database.Source, clock).ClaimAsync("local", stop);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(database.Source);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IAlertWebhook, WebhookSender>();
        builder.Services.AddSingleton(new WebhookOptions { AllowPrivateAddresses = true, Retries = 0 });
        var feed = market.Feed(database, clock);
        var store = new BotStore(database.Source, TimeProvider.System, new BotStoreOptions(), NullLogger<BotStore>.Instance);
        var engine = new LocalBotEngine(
            store, feed, new LocalEngineOptions { Installation = installation.Id }, clock, NullLogger<LocalBotEngine>.Instance);
        builder.Services.AddSingleton<IMarketFeed>(feed);
        builder.Services.AddSingleton(feed.History);
        builder.Services.AddSingleton<IBotEngine>(engine);
        builder.Services.AddBotClusterApi(options ?? new ApiOptions { SignInsPerMinute = 1000 });
        var app = builder.Build();
        app.UseBotClusterApi();
        await app.Services.RestoreKillSwitchesAsync(stop);
        await engine.StartAsync(stop);
        await app.StartAsync(stop);
        return new ApiHost(app, database, clock, (engine, store));
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A client without a session, that keeps no cookies.</summary>
    public HttpClient Anonymous() => new(
        new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false, CheckCertificateRevocationList = true }) { BaseAddress = Address };

    public async Task<TenantId> TenantAsync(string name)
    {
        var id = new TenantId(Guid.CreateVersion7());
        await Get<TenantStore>().CreateAsync(id, name, Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        return id;
    }

    public async Task<UserAccount> PersonAsync(string email, bool isPlatformAdmin = false, params (TenantId Tenant, Role Role)[] places)
    {
        var user = new UserAccount
        {
            Id = Guid.CreateVersion7(),
            Email = email,
            DisplayName = email.Split('@')[0],
            PasswordHash = Get<Passwords>().Hash(Password),
            SecurityStamp = Secrets.New(),
            IsPlatformAdmin = isPlatformAdmin,
            CreatedAt = Clock.GetUtcNow(),
        };
        await Get<UserStore>().CreateAsync(user, TestContext.Current.CancellationToken);
        foreach (var (tenant, role) in places)
        {
            await Get<MemberStore>().AddAsync(tenant, user.Id, role, Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        }

        return user;
    }

    /// <summary>A client with a bearer token of this person.</summary>
    public async Task<HttpClient> ProgramAsync(UserAccount user)
    {
        var tokens = await Get<SessionDesk>().OpenProgramAsync(user, TestContext.Current.CancellationToken);
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", tokens.AccessToken);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _store.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
