using System.Net;
using BotCluster.Api.Sessions;
using BotCluster.Ledger.People;
using BotCluster.Testing;

namespace BotCluster.Api.Tests.Auth;

public sealed class OneTimeLinkTests(PostgresFixture postgres, MarketFixture market) : IAsyncLifetime
{
    private const string Chosen = "my-very-own-Sentence-11";

    private ApiHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ApiHost.StartAsync(postgres, market);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Makes_the_first_admin_by_a_link_that_works_once()
    {
        var outcome = Assert.IsType<FirstAdminOutcome.LinkIssued>(await EnsureAsync(null, null));
        var secret = outcome.Path["/#/welcome/".Length..];

        var first = await RedeemAsync(secret, Chosen);
        var again = await RedeemAsync(secret, Chosen);

        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Equal("link-used", await again.CodeAsync());
        var signedIn = await _host.Anonymous().PostAsync("/auth/page/sign-in", new { email = outcome.Email, password = Chosen });
        Assert.True((await signedIn.JsonAsync()).GetProperty("user").GetProperty("isPlatformAdmin").GetBoolean());
        Assert.IsType<FirstAdminOutcome.Exists>(await EnsureAsync(null, null));
    }

    [Fact]
    public async Task Makes_the_first_admin_by_the_environment()
    {
        var outcome = await EnsureAsync("boss@example.com", Chosen);

        Assert.Equal(new FirstAdminOutcome.PasswordSet("boss@example.com"), outcome);
        var signedIn = await _host.Anonymous().PostAsync("/auth/sign-in", new { email = "boss@example.com", password = Chosen });
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        Assert.IsType<FirstAdminOutcome.Exists>(await EnsureAsync("boss@example.com", "something-Else-entirely"));
    }

    [Theory]
    [InlineData("boss@example.com", "short", "12 to 128")]
    [InlineData("not an address", Chosen, "e-mail")]
    public async Task Refuses_a_first_admin_that_anybody_could_be(string email, string password, string said)
    {
        var outcome = Assert.IsType<FirstAdminOutcome.Refused>(await EnsureAsync(email, password));

        Assert.Contains(said, outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resets_the_admin_by_a_new_link_and_ends_the_old_sessions()
    {
        await EnsureAsync("boss@example.com", Chosen);
        var client = await _host.ProgramAsync((await _host.Get<UserStore>().FindByEmailAsync("boss@example.com", TestContext.Current.CancellationToken))!);

        var outcome = Assert.IsType<FirstAdminOutcome.LinkIssued>(
            await _host.Get<FirstAdmin>().EnsureAsync(null, null, isReset: true, TestContext.Current.CancellationToken));
        Assert.Equal("boss@example.com", outcome.Email);
        Assert.Equal(HttpStatusCode.OK, (await client.ReadAsync("/auth/me")).StatusCode);
        await RedeemAsync(outcome.Path["/#/welcome/".Length..], "brand-new-Sentence-99");

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.ReadAsync("/auth/me")).StatusCode);
    }

    [Fact]
    public async Task Takes_the_older_link_away_when_a_new_one_is_issued()
    {
        var older = Assert.IsType<FirstAdminOutcome.LinkIssued>(await EnsureAsync(null, null));
        await EnsureAsync(null, null);

        var response = await RedeemAsync(older.Path["/#/welcome/".Length..], Chosen);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("link-unknown", await response.CodeAsync());
    }

    [Fact]
    public async Task Refuses_a_link_after_a_day()
    {
        var outcome = Assert.IsType<FirstAdminOutcome.LinkIssued>(await EnsureAsync(null, null));
        _host.Clock.Advance(TimeSpan.FromHours(24));

        var response = await RedeemAsync(outcome.Path["/#/welcome/".Length..], Chosen);

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Equal("link-expired", await response.CodeAsync());
    }

    [Fact]
    public async Task Keeps_the_link_when_the_password_is_refused()
    {
        var outcome = Assert.IsType<FirstAdminOutcome.LinkIssued>(await EnsureAsync(null, null));
        var secret = outcome.Path["/#/welcome/".Length..];

        Assert.Equal(HttpStatusCode.BadRequest, (await RedeemAsync(secret, "short")).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await RedeemAsync(secret, Chosen)).StatusCode);
    }

    private Task<FirstAdminOutcome> EnsureAsync(string? email, string? password) =>
        _host.Get<FirstAdmin>().EnsureAsync(email, password, isReset: false, TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> RedeemAsync(string secret, string password) =>
        _host.Anonymous().PostAsync("/auth/links/redeem", new { secret, password });
}
