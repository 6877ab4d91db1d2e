using BotCluster.Engine;
using BotCluster.Engine.Bots;
using BotCluster.Engine.Json;
using BotCluster.Ledger.People;
using BotCluster.Trading.Bots;

namespace BotCluster.Api.Tests.Access;

/// <summary>Two clients, somebody in every role, and bots as many as are asked for.</summary>
internal sealed class Scene
{
    public static readonly string[] Roles = ["anonymous", "viewer", "trader", "admin", "foreign admin", "platform admin"];

    private readonly ApiHost _host;
    private readonly Dictionary<string, UserAccount> _people = [];
    private static int _count;

    private Scene(ApiHost host, TenantId ours, TenantId theirs)
    {
        _host = host;
        Ours = ours;
        Theirs = theirs;
    }

    public TenantId Ours { get; }

    public TenantId Theirs { get; }

    public static object Settings(string name = "Crossing", string budget = "10000") => new
    {
        name,
        mode = new { kind = "crossover" },
        symbols = new[] { "BTC-USDT" },
        timeframe = "1h",
        budget,
    };

    public static async Task<Scene> SetAsync(ApiHost host)
    {
        var ours = await host.TenantAsync("Alpha");
        var theirs = await host.TenantAsync("Beta");
        var here = Fresh("@scene") + ".example";
        var scene = new Scene(host, ours, theirs);
        scene._people["viewer"] = await host.PersonAsync("viewer" + here, false, (ours, Role.Viewer));
        scene._people["trader"] = await host.PersonAsync("trader" + here, false, (ours, Role.Trader));
        scene._people["admin"] = await host.PersonAsync("admin" + here, false, (ours, Role.Admin));
        scene._people["foreign admin"] = await host.PersonAsync("foreign" + here, false, (theirs, Role.Admin));
        scene._people["platform admin"] = await host.PersonAsync("platform" + here, true);
        return scene;
    }

    /// <summary>A client of somebody in this role, with a session of its own.</summary>
    public Task<HttpClient> AsAsync(string role) =>
        role == "anonymous" ? Task.FromResult(_host.Anonymous()) : _host.ProgramAsync(_people[role]);

    public UserAccount Person(string role) => _people[role];

    /// <summary>A name that was not used before.</summary>
    public static string Fresh(string word) => FormattableString.Invariant($"{word}{Interlocked.Increment(ref _count)}");

    public async Task<Guid> BotAsync(TenantId? tenant = null, bool isStarted = false)
    {
        var id = new BotId(Guid.CreateVersion7());
        var settings = Assert.IsType<SettingsReading.Accepted>(
            SettingsJson.Parse(System.Text.Json.JsonSerializer.Serialize(Settings(Fresh("Bot "))))).Settings;
        var engine = _host.Get<IBotEngine>();
        var stop = TestContext.Current.CancellationToken;
        Assert.IsType<CommandOutcome.Accepted>(await engine.CreateAsync(new NewBot(id, tenant ?? Ours, settings), stop));
        if (isStarted)
        {
            Assert.IsType<CommandOutcome.Accepted>(
                await engine.ExecuteAsync(tenant ?? Ours, id, new BotCommand.Start(), stop));
        }

        return id.Value;
    }

    public async Task<Guid> MemberAsync()
    {
        var user = await _host.PersonAsync(Fresh("member") + "@example.com", false, (Ours, Role.Viewer));
        return user.Id;
    }
}
