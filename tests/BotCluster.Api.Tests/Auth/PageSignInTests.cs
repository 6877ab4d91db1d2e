using System.Net;
using System.Net.Http.Json;
using BotCluster.Api.Tests.Access;
using BotCluster.Ledger.People;

namespace BotCluster.Api.Tests.Auth;

public sealed class PageSignInTests(ApiFixture api) : IClassFixture<ApiFixture>, IAsyncLifetime
{
    private UserAccount _user = null!;

    public async ValueTask InitializeAsync()
    {
        _user = await api.Host.PersonAsync(Scene.Fresh("grace") + "@example.com");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Hands_out_cookies_and_no_token()
    {
        var response = await SignInAsync();

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("oken", body, StringComparison.Ordinal);
        var cookies = response.Headers.GetValues("Set-Cookie").ToList();
        var session = Assert.Single(cookies, cookie => cookie.StartsWith("bc_session=", StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", session, StringComparison.OrdinalIgnoreCase);
        var csrf = Assert.Single(cookies, cookie => cookie.StartsWith("bc_csrf=", StringComparison.Ordinal));
        Assert.DoesNotContain("httponly", csrf, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Knows_the_page_by_its_cookie()
    {
        var (client, _) = await PageAsync();

        Assert.Equal(HttpStatusCode.OK, (await client.ReadAsync("/auth/me")).StatusCode);
    }

    [Fact]
    public async Task Refuses_a_change_without_the_csrf_token()
    {
        var (client, _) = await PageAsync();

        var response = await client.PostAsync("/auth/page/sign-out");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("csrf", await response.CodeAsync());
    }

    [Fact]
    public async Task Refuses_the_csrf_token_of_another_session()
    {
        var (client, _) = await PageAsync();
        var (_, foreign) = await PageAsync();
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", $"bc_session={(await CookiesAsync()).Session}; bc_csrf={foreign}");
        client.DefaultRequestHeaders.Add("X-CSRF-Token", foreign);

        Assert.Equal("csrf", await (await client.PostAsync("/auth/page/sign-out")).CodeAsync());
    }

    [Fact]
    public async Task Refuses_another_origin_even_with_everything_right()
    {
        var (client, csrf) = await PageAsync();
        client.DefaultRequestHeaders.Add("X-CSRF-Token", csrf);
        client.DefaultRequestHeaders.Add("Origin", "http://127.0.0.1:1");

        Assert.Equal("csrf", await (await client.ReadAsync("/auth/me")).CodeAsync());
    }

    [Fact]
    public async Task Signs_out_and_takes_the_cookies_back()
    {
        var (client, csrf) = await PageAsync();
        client.DefaultRequestHeaders.Add("X-CSRF-Token", csrf);

        var response = await client.PostAsync("/auth/page/sign-out");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.All(response.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("1970", cookie, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.ReadAsync("/auth/me")).StatusCode);
    }

    [Fact]
    public async Task Ends_a_page_that_nobody_used_for_half_a_day()
    {
        var (client, _) = await PageAsync();
        api.Host.Clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(HttpStatusCode.OK, (await client.ReadAsync("/auth/me")).StatusCode);
        api.Host.Clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(HttpStatusCode.OK, (await client.ReadAsync("/auth/me")).StatusCode);

        api.Host.Clock.Advance(TimeSpan.FromHours(13));

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.ReadAsync("/auth/me")).StatusCode);
    }

    [Fact]
    public async Task Does_not_take_a_cookie_as_a_bearer_token()
    {
        var cookies = await CookiesAsync();
        var client = api.Host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", cookies.Session);

        Assert.Equal("no-session", await (await client.ReadAsync("/auth/me")).CodeAsync());
    }

    private Task<HttpResponseMessage> SignInAsync() => api.Host.Anonymous().PostAsJsonAsync(
        "/api/v1/auth/page/sign-in", new { email = _user.Email, password = ApiHost.Password }, TestContext.Current.CancellationToken);

    private async Task<(string Session, string Csrf)> CookiesAsync()
    {
        var values = (await SignInAsync()).Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0].Split('=', 2)).ToList();
        return (values.Single(value => value[0] == "bc_session")[1], values.Single(value => value[0] == "bc_csrf")[1]);
    }

    private async Task<(HttpClient Client, string Csrf)> PageAsync()
    {
        var (session, csrf) = await CookiesAsync();
        var client = api.Host.Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", $"bc_session={session}; bc_csrf={csrf}");
        return (client, csrf);
    }
}
