using System.Net.Http.Json;
using System.Text.Json;
using BotCluster.Api.Sessions;
using BotCluster.Ledger.People;
using BotCluster.Testing;
using BotCluster.Trading.Bots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace BotCluster.Api.Tests;

/// <summary>The API on a real server and a real database, as one class of tests has it.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    public const string Password = "quite-a-long-Sentence-42";

    private readonly WebApplication _app;
    private readonly TestDatabase _database;

    private ApiHost(WebApplication app, TestDatabase database, ManualTimeProvider clock)
    {
        _app = app;
        _database = database;
        Clock = clock;
        Address = new Uri(app.Urls.Single());
    }

    public ManualTimeProvider Clock { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    public TestDatabase Database => _database;

    public static async Task<ApiHost> StartAsync(PostgresFixture postgres, ApiOptions? options = null)
    {
        var database = await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        var clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(database.Source);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddBotClusterApi(options ?? new ApiOptions { SignInsPerMinute = 1000 });
        var app = builder.Build();
        app.UseBotClusterApi();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ApiHost(app, database, clock);
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
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}

/// <summary>Short ways to ask and to read the answer.</summary>
internal static class Asking
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    /// <summary>The refusal's code, once it is proven to be a whole problem.</summary>
    public static async Task<string> CodeAsync(this HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.JsonAsync();
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Equal(response.Headers.GetValues("X-Correlation-ID").Single(), problem.GetProperty("correlationId").GetString());
        return problem.GetProperty("code").GetString()!;
    }

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object body) =>
        client.PostAsJsonAsync("/api/v1" + path, body, TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path) =>
        client.PostAsync(new Uri("/api/v1" + path, UriKind.Relative), null, TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> ReadAsync(this HttpClient client, string path) =>
        client.GetAsync(new Uri("/api/v1" + path, UriKind.Relative), TestContext.Current.CancellationToken);
}
