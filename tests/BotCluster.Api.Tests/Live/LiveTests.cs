using System.Net.WebSockets;
using BotCluster.Api.Tests.Access;

namespace BotCluster.Api.Tests.Live;

public sealed class LiveTests(ApiFixture api) : IClassFixture<ApiFixture>, IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.SetAsync(api.Host);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Pushes_the_fleet_to_whoever_watches_it()
    {
        await _scene.BotAsync();
        using var line = await HubLine.OpenAsync(api.Host, await _scene.AsAsync("viewer"));
        await line.InvokeAsync("WatchFleet");

        // A bot counts from its first turn on, which comes soon after it was made.
        var fleet = await line.PushAsync("fleet", api.Host);
        while (fleet.GetProperty("budget").GetString() == "0")
        {
            fleet = await line.PushAsync("fleet", api.Host);
        }

        Assert.Equal("10000", fleet.GetProperty("budget").GetString());
        Assert.Equal(1, fleet.GetProperty("bots").GetProperty("created").GetInt32());
        Assert.NotEmpty(fleet.GetProperty("feed").GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task Pushes_changed_bots_to_their_own_client_alone()
    {
        using var ours = await HubLine.OpenAsync(api.Host, await _scene.AsAsync("viewer"));
        using var theirs = await HubLine.OpenAsync(api.Host, await _scene.AsAsync("foreign admin"));
        await ours.InvokeAsync("WatchFleet");
        await theirs.InvokeAsync("WatchFleet");
        await ours.PushAsync("fleet", api.Host);
        await theirs.PushAsync("fleet", api.Host);

        var foreign = await _scene.BotAsync(_scene.Theirs, isStarted: true);
        var own = await _scene.BotAsync(isStarted: true);

        Assert.Equal(own, Assert.Single((await ours.PushAsync("bots", api.Host)).EnumerateArray()).GetProperty("id").GetGuid());
        Assert.Equal(foreign, Assert.Single((await theirs.PushAsync("bots", api.Host)).EnumerateArray()).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Pushes_what_happens_to_a_watched_bot()
    {
        var bot = await _scene.BotAsync();
        var trader = await _scene.AsAsync("trader");
        using var line = await HubLine.OpenAsync(api.Host, trader);
        await line.InvokeAsync("WatchBot", bot);
        Assert.Null(await line.CompletionAsync("WatchBot"));

        await trader.PostAsync($"/bots/{bot}/budget", new { amount = "500" });
        var push = await line.PushAsync("bot", api.Host);

        Assert.Equal("10500", push.GetProperty("bot").GetProperty("budget").GetString());
        Assert.Equal(0, push.GetProperty("orders").GetArrayLength());
    }

    [Fact]
    public async Task Refuses_to_show_another_clients_bot()
    {
        var foreign = await _scene.BotAsync(_scene.Theirs);
        using var line = await HubLine.OpenAsync(api.Host, await _scene.AsAsync("trader"));

        await line.InvokeAsync("WatchBot", foreign);

        Assert.Contains("not yours", await line.CompletionAsync("WatchBot"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_the_connection_of_a_session_that_is_over()
    {
        var viewer = await _scene.AsAsync("viewer");
        using var line = await HubLine.OpenAsync(api.Host, viewer);
        await line.InvokeAsync("WatchFleet");
        await line.PushAsync("fleet", api.Host);

        await viewer.PostAsync("/auth/sign-out");

        Assert.True(await line.IsEndedAsync(api.Host));
    }

    [Fact]
    public async Task Lets_nobody_in_without_a_session()
    {
        await Assert.ThrowsAsync<WebSocketException>(() => HubLine.OpenAsync(api.Host, api.Host.Anonymous()));
    }
}
