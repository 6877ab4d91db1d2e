using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using BotCluster.Api.Tests.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace BotCluster.Api.Tests.Clients;

public sealed class WebhookTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Signs_a_trial_with_the_secret_it_showed_once()
    {
        var received = new TaskCompletionSource<(string Body, string Signature)>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var receiver = await ReceiverAsync(received);
        var scene = await Scene.SetAsync(api.Host);
        var admin = await scene.AsAsync("admin");
        var path = $"/api/v1/clients/{scene.Ours}/webhook";
        var set = await admin.PutAsJsonAsync(path, new { url = receiver.Urls.Single() + "/alerts" }, TestContext.Current.CancellationToken);
        var secret = (await set.JsonAsync()).GetProperty("secret").GetString()!;

        var trial = await (await admin.PostAsync($"/clients/{scene.Ours}/webhook/test")).JsonAsync();
        var (body, signature) = await received.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.True(trial.GetProperty("delivered").GetBoolean(), trial.ToString());
        var parts = signature.Split(',').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{body}"));
        Assert.Equal(Convert.ToHexStringLower(expected), parts["v1"]);
        var client = (await (await admin.ReadAsync("/clients")).ItemsAsync())[0];
        Assert.True(client.GetProperty("webhook").GetProperty("hasSecret").GetBoolean());
        Assert.DoesNotContain(secret, client.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("ftp://example.com/alerts")]
    [InlineData("https://name:word@example.com/alerts")]
    public async Task Refuses_addresses_that_alerts_cannot_go_to(string address)
    {
        var scene = await Scene.SetAsync(api.Host);
        var admin = await scene.AsAsync("admin");

        var response = await admin.PutAsJsonAsync($"/api/v1/clients/{scene.Ours}/webhook", new { url = address }, TestContext.Current.CancellationToken);

        Assert.True((await response.ErrorsAsync(System.Net.HttpStatusCode.BadRequest)).TryGetProperty("url", out _));
    }

    private static async Task<WebApplication> ReceiverAsync(TaskCompletionSource<(string Body, string Signature)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/alerts", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            received.TrySetResult((await reader.ReadToEndAsync(), request.Headers["X-BotCluster-Signature"].ToString()));
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
