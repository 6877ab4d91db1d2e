using System.Net;
using BotCluster.Testing;

namespace BotCluster.Api.Tests.Http;

public sealed class PageFileTests(PostgresFixture postgres, MarketFixture market)
{
    [Fact]
    public async Task Serves_the_page_its_files_for_ever_and_never_in_place_of_the_api()
    {
        var folder = Directory.CreateTempSubdirectory("botcluster-page-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), "<!doctype html>entry", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "assets", "app-1a2b.js"), "script", TestContext.Current.CancellationToken);
        await using var host = await ApiHost.StartAsync(postgres, market, new ApiOptions { PageDirectory = folder });
        using var client = host.Anonymous();

        var entry = await GetAsync(client, "/");
        var route = await GetAsync(client, "/bots/17");
        var script = await GetAsync(client, "/assets/app-1a2b.js");
        var missing = await GetAsync(client, "/assets/app-none.js");
        var api = await GetAsync(client, "/api/v1/nothing");

        Assert.Equal("<!doctype html>entry", await entry.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("no-cache", entry.Headers.CacheControl?.ToString());
        Assert.True(entry.Headers.Contains("Content-Security-Policy"));
        Assert.Equal("<!doctype html>entry", await route.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("immutable", script.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal("no-such-route", await api.CodeAsync());
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path) =>
        client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
