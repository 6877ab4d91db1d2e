using System.Net;
using BotCluster.Api.Tests.Access;

namespace BotCluster.Api.Tests.Operations;

public sealed class HealthTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Tells_anybody_that_the_process_lives()
    {
        var response = await api.Host.Anonymous().ReadAsync("/health/live");

        Assert.Equal("live", (await response.JsonAsync()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Tells_the_state_and_age_of_each_part()
    {
        var scene = await Scene.SetAsync(api.Host);
        await scene.BotAsync(isStarted: true);
        await Eventually.AsAsync(api.Host, () => api.Host.Get<Trading.Ports.IMarketFeed>().State.LastStep is not null);
        var viewer = await scene.AsAsync("viewer");

        var health = await viewer.ReadAsync("/health");
        var report = await health.JsonAsync();
        var bots = await (await viewer.ReadAsync("/health/bot-runner")).JsonAsync();

        Assert.True(health.StatusCode == HttpStatusCode.OK, report.ToString());
        Assert.Equal("up", report.GetProperty("status").GetString());
        Assert.Equal("up", report.GetProperty("database").GetProperty("state").GetString());
        Assert.True(report.GetProperty("feed").GetProperty("ageSeconds").GetDouble() >= 0);
        Assert.Equal("up", report.GetProperty("engine").GetProperty("state").GetString());
        Assert.Equal(1, bots.GetProperty("running").GetInt32());
    }
}
