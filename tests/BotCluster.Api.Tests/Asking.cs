using System.Net.Http.Json;
using System.Text.Json;

namespace BotCluster.Api.Tests;

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

    /// <summary>The answer's items, once it is proven to be a page.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ItemsAsync(this HttpResponseMessage response)
    {
        var page = await response.JsonAsync();
        Assert.True(response.IsSuccessStatusCode, page.ToString());
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    /// <summary>The request's flaws by their paths, once it is proven that it was refused for them.</summary>
    public static async Task<JsonElement> ErrorsAsync(this HttpResponseMessage response, System.Net.HttpStatusCode status)
    {
        var problem = await response.JsonAsync();
        Assert.True(response.StatusCode == status, problem.ToString());
        return problem.GetProperty("errors");
    }

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, object body) =>
        client.PostAsJsonAsync("/api/v1" + path, body, TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path) =>
        client.PostAsync(new Uri("/api/v1" + path, UriKind.Relative), null, TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> ReadAsync(this HttpClient client, string path) =>
        client.GetAsync(new Uri("/api/v1" + path, UriKind.Relative), TestContext.Current.CancellationToken);
}
