using System.Net;
using BotCluster.Api.Sessions;
using BotCluster.Api.Tests.Access;
using BotCluster.Ledger.People;

namespace BotCluster.Api.Tests.Auth;

public sealed class ProgramSignInTests(ApiFixture api) : IClassFixture<ApiFixture>, IAsyncLifetime
{
    private UserAccount _user = null!;

    public async ValueTask InitializeAsync()
    {
        _user = await api.Host.PersonAsync(Scene.Fresh("Ada") + "@Example.com");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Signs_in_and_says_who_is_there()
    {
        var client = await SignedInAsync();

        var me = await (await client.ReadAsync("/auth/me")).JsonAsync();

        Assert.Equal(_user.Email, me.GetProperty("email").GetString());
        Assert.False(me.GetProperty("isPlatformAdmin").GetBoolean());
        Assert.Equal(0, me.GetProperty("memberships").GetArrayLength());
    }

    [Theory]
    [InlineData(null, "not-the-right-password")]
    [InlineData("nobody@example.com", ApiHost.Password)]
    [InlineData("", "")]
    public async Task Refuses_wrong_credentials_without_saying_which(string? email, string password)
    {
        var response = await api.Host.Anonymous().PostAsync("/auth/sign-in", new { email = email ?? _user.Email, password });

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("invalid-credentials", await response.CodeAsync());
    }

    [Fact]
    public async Task Ends_the_access_token_after_fifteen_minutes()
    {
        var client = await SignedInAsync();

        api.Host.Clock.Advance(TimeSpan.FromMinutes(15));

        var response = await client.ReadAsync("/auth/me");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("no-session", await response.CodeAsync());
    }

    [Fact]
    public async Task Renews_tokens_and_ends_the_family_when_an_old_one_comes_back()
    {
        var first = await TokensAsync();
        var renewed = await (await RefreshAsync(first.Refresh)).JsonAsync();
        var second = renewed.GetProperty("refreshToken").GetString()!;
        var access = renewed.GetProperty("accessToken").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await WithToken(access).ReadAsync("/auth/me")).StatusCode);

        var reused = await RefreshAsync(first.Refresh);

        Assert.Equal(HttpStatusCode.Unauthorized, reused.StatusCode);
        Assert.Equal("session-ended", await reused.CodeAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(second)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await WithToken(access).ReadAsync("/auth/me")).StatusCode);
    }

    [Fact]
    public async Task Lets_only_one_of_two_refreshes_at_once_through()
    {
        var tokens = await TokensAsync();

        var answers = await Task.WhenAll(RefreshAsync(tokens.Refresh), RefreshAsync(tokens.Refresh), RefreshAsync(tokens.Refresh));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refuses_a_refresh_token_after_thirty_days()
    {
        var tokens = await TokensAsync();
        api.Host.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal("session-ended", await (await RefreshAsync(tokens.Refresh)).CodeAsync());
    }

    [Fact]
    public async Task Signs_out_for_good()
    {
        var tokens = await TokensAsync();
        var client = WithToken(tokens.Access);

        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync("/auth/sign-out")).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.ReadAsync("/auth/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(tokens.Refresh)).StatusCode);
    }

    [Fact]
    public async Task Refuses_forged_tokens()
    {
        var tokens = await TokensAsync();
        var changed = tokens.Access[..^4] + (tokens.Access[^4..] == "AAAA" ? "BBBB" : "AAAA");
        foreach (var forged in new[] { changed, "nonsense", new string('x', 5000), tokens.Refresh, api.Host.Get<SessionTickets>().Cookie(Guid.CreateVersion7()) })
        {
            var response = await WithToken(forged).ReadAsync("/auth/me");
            Assert.Equal("no-session", await response.CodeAsync());
        }
    }

    [Fact]
    public async Task Ends_other_sessions_when_the_password_changes()
    {
        var one = await SignedInAsync();
        var other = await SignedInAsync();
        const string next = "another-fine-Sentence-77";

        var changed = await one.PostAsync("/auth/password", new { currentPassword = ApiHost.Password, newPassword = next });

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await one.ReadAsync("/auth/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.ReadAsync("/auth/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.Host.Anonymous().PostAsync("/auth/sign-in", new { email = _user.Email, password = next })).StatusCode);
    }

    [Theory]
    [InlineData("short", "newPassword")]
    [InlineData("password1234", "newPassword")]
    [InlineData("aaaaaaaaaaaaaaaa", "newPassword")]
    [InlineData("abcdefghijklmnop", "newPassword")]
    [InlineData("qwertyuiop123456", "newPassword")]
    public async Task Refuses_passwords_that_anybody_would_try(string password, string path)
    {
        var client = await SignedInAsync();

        var response = await client.PostAsync("/auth/password", new { currentPassword = ApiHost.Password, newPassword = password });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await response.JsonAsync()).GetProperty("errors").TryGetProperty(path, out _));
    }

    [Fact]
    public async Task Writes_sign_ins_to_the_audit_log_with_outcome_and_address()
    {
        await SignedInAsync();
        await api.Host.Anonymous().PostAsync("/auth/sign-in", new { email = _user.Email, password = "wrong-wrong-wrong" });

        var entries = await api.Host.Get<AuditStore>()
            .ListAsync(new AuditFilter(null, "signIn", null, null, null), null, 2, TestContext.Current.CancellationToken);

        Assert.Contains("\"refused\"", entries[0].Details, StringComparison.Ordinal);
        Assert.Contains("\"invalid-credentials\"", entries[0].Details, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", entries[1].Details, StringComparison.Ordinal);
        Assert.Equal(_user.Id, entries[1].ActorId);
        Assert.NotNull(entries[1].CorrelationId);
    }

    private async Task<HttpClient> SignedInAsync() => WithToken((await TokensAsync()).Access);

    private async Task<(string Access, string Refresh)> TokensAsync()
    {
        var response = await api.Host.Anonymous().PostAsync("/auth/sign-in", new { email = _user.Email.ToUpperInvariant(), password = ApiHost.Password });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var tokens = await response.JsonAsync();
        return (tokens.GetProperty("accessToken").GetString()!, tokens.GetProperty("refreshToken").GetString()!);
    }

    private Task<HttpResponseMessage> RefreshAsync(string refreshToken) =>
        api.Host.Anonymous().PostAsync("/auth/refresh", new { refreshToken });

    private HttpClient WithToken(string token)
    {
        var client = api.Host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }
}
