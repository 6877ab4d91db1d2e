using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;

namespace BotCluster.Api.Tests.Access;

public sealed class EndpointRoleTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Answers_every_role_at_every_endpoint_as_the_table_says()
    {
        var scene = await Scene.SetAsync(api.Host);
        var wrong = new List<string>();

        foreach (var row in EndpointTable.Rows)
        {
            for (var role = 0; role < Scene.Roles.Length; role++)
            {
                using var client = await scene.AsAsync(Scene.Roles[role]);
                using var request = await RequestAsync(row, scene);
                var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
                if ((int)response.StatusCode != row.Expected[role])
                {
                    var said = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    wrong.Add($"{row} as {Scene.Roles[role]}: {(int)response.StatusCode}, not {row.Expected[role]}. {said}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Has_every_mapped_endpoint_in_the_table()
    {
        var mapped = api.Host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .SelectMany(endpoint => MethodsOf(endpoint)
                .Select(method => $"{method} {endpoint.RoutePattern.RawText!["/api/v1".Length..].TrimEnd('/')}"))
            .Order().ToList();

        Assert.Equal(EndpointTable.Rows.Select(row => row.Route).Order(), mapped);
    }

    // The hub takes any method; these are the two that clients begin with.
    private static IReadOnlyList<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
        ?? [endpoint.RoutePattern.RawText!.EndsWith("negotiate", StringComparison.Ordinal) ? "POST" : "GET"];

    private static async Task<HttpRequestMessage> RequestAsync(EndpointRow row, Scene scene)
    {
        var (method, pattern) = (row.Route.Split(' ')[0], row.Route.Split(' ')[1]);
        var path = pattern
            .Replace("/bots/{id:guid}", pattern.Contains("/bots/{id", StringComparison.Ordinal) ? $"/bots/{await scene.BotAsync()}" : "", StringComparison.Ordinal)
            .Replace("{botId:guid}", pattern.Contains("{botId", StringComparison.Ordinal) ? $"{await scene.BotAsync()}" : "", StringComparison.Ordinal)
            .Replace("{userId:guid}", pattern.Contains("{userId", StringComparison.Ordinal) ? $"{await scene.MemberAsync()}" : "", StringComparison.Ordinal)
            .Replace("{id:guid}", scene.Ours.ToString(), StringComparison.Ordinal)
            .Replace("{number:long}", "1", StringComparison.Ordinal);
        var query = path == "/candles" ? "?symbol=BTC-USDT&timeframe=1h" : "";
        return new HttpRequestMessage(new HttpMethod(method), new Uri($"/api/v1{path}{query}", UriKind.Relative))
        {
            Content = row.Body is { } body ? JsonContent.Create(body(scene)) : null,
        };
    }
}
