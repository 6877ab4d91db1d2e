using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace BotCluster.Api.Tests.Http;

public sealed class BadInputTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("", "not-json")]
    [InlineData("{", "not-json")]
    [InlineData("[]", "not-json")]
    [InlineData("null", "not-json")]
    [InlineData("{\"email\":\"a\",\"email\":\"b\",\"password\":\"c\"}", "not-json")]
    [InlineData("{\"email\":\"a\",\"password\":\"b\",}", "not-json")]
    [InlineData("{\"email\":\"a\"}", "invalid-request")]
    [InlineData("{\"email\":\"a\",\"password\":null}", "invalid-request")]
    [InlineData("{\"email\":1,\"password\":\"b\"}", "invalid-request")]
    public async Task Refuses_what_is_not_the_json_it_takes(string body, string code)
    {
        var response = await SendAsync(body, "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, await response.CodeAsync());
    }

    [Fact]
    public async Task Names_unknown_members_and_the_allowed_ones()
    {
        var response = await SendAsync("{\"email\":\"a\",\"password\":\"b\",\"pasword\":\"c\"}", "application/json");

        var errors = (await response.JsonAsync()).GetProperty("errors");
        Assert.Contains("email, password", errors.GetProperty("pasword")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Refuses_other_media_types(string? type)
    {
        var response = await SendAsync("{\"email\":\"a\",\"password\":\"b\"}", type);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("not-json", await response.CodeAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refuses_bodies_over_64_kilobytes(bool isChunked)
    {
        var body = "{\"email\":\"" + new string('a', 64 * 1024) + "\",\"password\":\"b\"}";

        var response = await SendAsync(body, "application/json", isChunked);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("too-large", await response.CodeAsync());
    }

    [Fact]
    public async Task Answers_unknown_addresses_and_methods_with_problems()
    {
        Assert.Equal("no-such-route", await (await api.Host.Anonymous().ReadAsync("/nothing-here")).CodeAsync());
        var wrongMethod = await api.Host.Anonymous().ReadAsync("/auth/sign-in");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrongMethod.StatusCode);
        Assert.Equal("method-not-allowed", await wrongMethod.CodeAsync());
    }

    [Fact]
    public async Task Refuses_unknown_query_parameters()
    {
        var client = await api.Host.ProgramAsync(await api.Host.PersonAsync("query@example.com"));

        var response = await client.ReadAsync("/auth/me?verbose=1");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await response.JsonAsync()).GetProperty("errors").TryGetProperty("verbose", out _));
    }

    [Theory]
    [InlineData("desk-17.a_b", true)]
    [InlineData("<script>", false)]
    [InlineData("a b", false)]
    public async Task Keeps_a_harmless_correlation_id_and_replaces_any_other(string id, bool isKept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/auth/me");
        request.Headers.TryAddWithoutValidation("X-Correlation-ID", id);

        var response = await api.Host.Anonymous().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(isKept, response.Headers.GetValues("X-Correlation-ID").Single() == id);
    }

    [Fact]
    public async Task Sends_the_headers_that_keep_browsers_safe()
    {
        var response = await api.Host.Anonymous().ReadAsync("/nothing-here");

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains($"ws://{api.Host.Address.Authority}", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private Task<HttpResponseMessage> SendAsync(string body, string? type, bool isChunked = false)
    {
        var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body)));
        content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/sign-in") { Content = content };
        request.Headers.TransferEncodingChunked = isChunked;
        return api.Host.Anonymous().SendAsync(request, TestContext.Current.CancellationToken);
    }
}
