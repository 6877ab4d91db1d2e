using System.Net;
using BotCluster.Api.Tests.Access;
using BotCluster.Ledger.People;

namespace BotCluster.Api.Tests.Clients;

public sealed class UserTests(ApiFixture api) : IClassFixture<ApiFixture>, IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.SetAsync(api.Host);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Invites_somebody_who_sets_their_own_password_and_may_only_look()
    {
        var admin = await _scene.AsAsync("admin");
        var email = Scene.Fresh("guest") + "@example.com";
        var added = await (await AddAsync(admin, email, "viewer")).JsonAsync();
        var secret = added.GetProperty("link").GetString()!["/#/welcome/".Length..];
        const string password = "a-guest-of-the-House-3";

        var redeemed = await api.Host.Anonymous().PostAsync("/auth/links/redeem", new { secret, password, displayName = "Guest" });
        var tokens = await (await api.Host.Anonymous().PostAsync("/auth/sign-in", new { email, password })).JsonAsync();
        var guest = api.Host.Anonymous();
        guest.DefaultRequestHeaders.Authorization = new("Bearer", tokens.GetProperty("accessToken").GetString());
        var me = await (await guest.ReadAsync("/auth/me")).JsonAsync();

        Assert.Equal(HttpStatusCode.NoContent, redeemed.StatusCode);
        Assert.Equal("Guest", me.GetProperty("displayName").GetString());
        Assert.Equal("viewer", Assert.Single(me.GetProperty("memberships").EnumerateArray()).GetProperty("role").GetString());
        var refused = await guest.PostAsync("/bots", new { settings = Scene.Settings() });
        Assert.Equal("forbidden", await refused.CodeAsync());
    }

    [Fact]
    public async Task Hands_nobody_a_link_to_an_account_that_belongs_elsewhere()
    {
        var admin = await _scene.AsAsync("admin");

        var added = await (await AddAsync(admin, _scene.Person("foreign admin").Email, "admin")).JsonAsync();
        var again = await AddAsync(admin, _scene.Person("foreign admin").Email, "viewer");

        Assert.Null(added.GetProperty("link").GetString());
        Assert.Equal("already-a-user", await again.CodeAsync());
    }

    [Fact]
    public async Task Hands_out_a_new_link_where_the_first_was_lost()
    {
        var admin = await _scene.AsAsync("admin");
        var email = Scene.Fresh("slow") + "@example.com";

        var first = await (await AddAsync(admin, email, "viewer")).JsonAsync();
        var second = await AddAsync(admin, email, "viewer");

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.NotEqual(first.GetProperty("link").GetString(), (await second.JsonAsync()).GetProperty("link").GetString());
    }

    [Fact]
    public async Task Keeps_one_admin_at_least()
    {
        var admin = await _scene.AsAsync("admin");
        var self = $"/clients/{_scene.Ours}/users/{_scene.Person("admin").Id}";

        var removed = await admin.DeleteAsync(new Uri("/api/v1" + self, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, removed.StatusCode);
        Assert.Equal("last-admin", await removed.CodeAsync());
    }

    [Fact]
    public async Task Takes_rights_away_at_once()
    {
        var trader = await _scene.AsAsync("trader");
        var bot = await _scene.BotAsync();
        Assert.Equal(HttpStatusCode.OK, (await trader.ReadAsync($"/bots/{bot}")).StatusCode);
        var admin = await _scene.AsAsync("admin");
        var path = $"/api/v1/clients/{_scene.Ours}/users/{_scene.Person("trader").Id}";

        await admin.DeleteAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, (await trader.ReadAsync($"/bots/{bot}")).StatusCode);
    }

    [Theory]
    [InlineData("no address", "A", "viewer", "email")]
    [InlineData("a@example.com", "", "viewer", "displayName")]
    [InlineData("a@example.com", "A\u0007", "viewer", "displayName")]
    [InlineData("a@example.com", "A", "owner", "role")]
    public async Task Refuses_people_without_a_name_an_address_or_a_role(string email, string displayName, string role, string path)
    {
        var admin = await _scene.AsAsync("admin");

        var response = await admin.PostAsync($"/clients/{_scene.Ours}/users", new { email, displayName, role });

        Assert.True((await response.ErrorsAsync(HttpStatusCode.BadRequest)).TryGetProperty(path, out _));
    }

    [Fact]
    public async Task Shows_an_admin_what_was_done_at_their_client_alone()
    {
        var admin = await _scene.AsAsync("admin");
        await AddAsync(admin, Scene.Fresh("seen") + "@example.com", "viewer");
        var foreign = await _scene.AsAsync("foreign admin");

        var ours = await (await admin.ReadAsync("/audit?action=addUser")).ItemsAsync();
        var theirs = await (await foreign.ReadAsync("/audit")).ItemsAsync();

        var line = Assert.Single(ours);
        Assert.Equal(_scene.Person("admin").Email, line.GetProperty("actor").GetString());
        Assert.Equal("done", line.GetProperty("outcome").GetString());
        Assert.Equal(_scene.Ours.Value, line.GetProperty("clientId").GetGuid());
        Assert.Empty(theirs);
        Assert.DoesNotContain("welcome", line.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_through_clients_by_name()
    {
        var platform = await _scene.AsAsync("platform admin");
        var names = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await (await platform.ReadAsync($"/clients?limit=1{cursor}")).JsonAsync();
            names.Add(page.GetProperty("items")[0].GetProperty("name").GetString()!);
            cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={Uri.EscapeDataString(next)}" : null;
        }

        var all = await api.Host.Get<TenantStore>().ListAsync(null, null, 1000, TestContext.Current.CancellationToken);
        Assert.Equal(all.Select(tenant => tenant.Name), names);
    }

    private Task<HttpResponseMessage> AddAsync(HttpClient admin, string email, string role) =>
        admin.PostAsync($"/clients/{_scene.Ours}/users", new { email, displayName = "Somebody", role });
}
