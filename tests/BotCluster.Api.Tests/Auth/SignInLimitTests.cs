using System.Globalization;
using System.Net;
using BotCluster.Testing;

namespace BotCluster.Api.Tests.Auth;

public sealed class SignInLimitTests(PostgresFixture postgres, MarketFixture market)
{
    [Fact]
    public async Task Lets_an_address_try_five_times_a_minute_whatever_the_account()
    {
        await using var host = await ApiHost.StartAsync(postgres, market, new ApiOptions());
        await host.PersonAsync("ada@example.com");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var tried = await TryAsync(host, FormattableString.Invariant($"nobody{attempt}@example.com"), "/auth/sign-in");
            Assert.Equal(HttpStatusCode.Unauthorized, tried.StatusCode);
        }

        foreach (var path in new[] { "/auth/sign-in", "/auth/page/sign-in" })
        {
            var refused = await TryAsync(host, "ada@example.com", path);

            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Equal("too-many-requests", await refused.CodeAsync());
            var seconds = int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture);
            Assert.InRange(seconds, 1, 60);
        }
    }

    [Fact]
    public void Lets_an_account_be_tried_five_times_a_minute_from_wherever()
    {
        using var limits = new Sessions.SignInLimits(new ApiOptions());
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Null(limits.Take(FormattableString.Invariant($"10.0.0.{attempt}"), attempt % 2 == 0 ? "ada@example.com" : " ADA@example.com"));
        }

        Assert.NotNull(limits.Take("10.0.0.9", "ada@example.com"));
        Assert.Null(limits.Take("10.0.0.9", "grace@example.com"));
    }

    private static Task<HttpResponseMessage> TryAsync(ApiHost host, string email, string path) =>
        host.Anonymous().PostAsync(path, new { email, password = "not-the-right-password" });
}
