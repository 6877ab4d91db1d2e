using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BotCluster.Api.Tests.Access;

namespace BotCluster.Api.Tests.Bots;

public sealed class BotTests(ApiFixture api) : IClassFixture<ApiFixture>, IAsyncLifetime
{
    private Scene _scene = null!;
    private HttpClient _trader = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.SetAsync(api.Host);
        _trader = await _scene.AsAsync("trader");
    }

    public ValueTask DisposeAsync()
    {
        _trader.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Makes_a_bot_starts_it_and_shows_it_with_its_settings()
    {
        var response = await _trader.PostAsync("/bots", new { settings = Scene.Settings("First"), start = true });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var bot = await response.JsonAsync();
        Assert.Equal("running", bot.GetProperty("status").GetString());
        Assert.Equal("10000", bot.GetProperty("budget").GetString());
        Assert.Equal("10000", bot.GetProperty("equity").GetString());
        Assert.Equal("crossover", bot.GetProperty("settings").GetProperty("mode").GetProperty("kind").GetString());
        Assert.Equal(_scene.Ours.Value, bot.GetProperty("clientId").GetGuid());
        Assert.Equal("Alpha", bot.GetProperty("clientName").GetString());
        var again = await _trader.GetAsync(response.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal("First", (await again.JsonAsync()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Takes_settings_back_as_it_gave_them()
    {
        var id = await _scene.BotAsync();
        var settings = (await (await _trader.ReadAsync($"/bots/{id}")).JsonAsync()).GetProperty("settings");

        var response = await _trader.PutAsJsonAsync($"/api/v1/bots/{id}/settings", settings, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(settings.ToString(), (await response.JsonAsync()).GetProperty("settings").ToString());
    }

    [Theory]
    [InlineData("symbols", "[\"DOGE-EUR\"]", "settings.symbols[0]")]
    [InlineData("timeframe", "\"7x\"", "settings.timeframe")]
    [InlineData("mode", "{\"kind\":\"oracle\"}", "settings.mode.kind")]
    [InlineData("mode", "{\"kind\":\"crossover\",\"speed\":3}", "settings.mode.speed")]
    [InlineData("budget", "\"-5\"", "settings.budget")]
    [InlineData("budget", "\"0\"", "settings.budget")]
    [InlineData("budget", "\"NaN\"", "settings.budget")]
    [InlineData("budget", "\"1e99\"", "settings.budget")]
    [InlineData("name", "\"\"", "settings.name")]
    [InlineData("name", "\"a\\u0007b\"", "settings.name")]
    [InlineData("risk", "{\"maximumLeverage\":\"50\"}", "settings.risk.maximumLeverage")]
    [InlineData("venue", "\"binance\"", "settings.venue")]
    [InlineData("colour", "\"red\"", "settings.colour")]
    public async Task Refuses_settings_that_no_bot_may_have(string member, string json, string path)
    {
        var settings = JsonSerializer.SerializeToNode(Scene.Settings())!.AsObject();
        settings[member] = System.Text.Json.Nodes.JsonNode.Parse(json);

        var response = await _trader.PostAsync("/bots", new { settings });

        var errors = await response.ErrorsAsync(HttpStatusCode.UnprocessableEntity);
        Assert.True(errors.TryGetProperty(path, out var messages), errors.ToString());
        Assert.NotEmpty(messages[0].GetString()!);
    }

    [Fact]
    public async Task Refuses_names_that_are_too_long()
    {
        var response = await _trader.PostAsync("/bots", new { settings = Scene.Settings(new string('x', 81)) });

        Assert.Equal("invalid-settings", await response.CodeAsync());
    }

    [Fact]
    public async Task Commands_are_idempotent()
    {
        var id = await _scene.BotAsync();
        foreach (var verb in new[] { "start", "start", "pause", "pause", "resume", "resume", "stop", "stop", "retire", "retire" })
        {
            var response = await _trader.PostAsync($"/bots/{id}/{verb}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        var refused = await _trader.PostAsync($"/bots/{id}/start");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("retired", await refused.CodeAsync());
    }

    [Fact]
    public async Task Shows_a_retired_bot_where_it_is_asked_for()
    {
        var id = await _scene.BotAsync();
        await _trader.PostAsync($"/bots/{id}/retire");

        var listed = await (await _trader.ReadAsync("/bots?status=retired")).ItemsAsync();
        var others = await (await _trader.ReadAsync("/bots")).ItemsAsync();

        Assert.Equal(id, Assert.Single(listed).GetProperty("id").GetGuid());
        Assert.Empty(others);
    }

    [Fact]
    public async Task Pages_through_all_bots_each_once()
    {
        var made = new HashSet<Guid>();
        for (var count = 0; count < 7; count++)
        {
            made.Add(await _scene.BotAsync());
        }

        await _scene.BotAsync(_scene.Theirs);
        foreach (var sort in new[] { "name", "-name", "-equity", "profit", "drawdown", "createdAt", "-trades" })
        {
            var seen = new List<Guid>();
            for (string? cursor = ""; cursor is not null;)
            {
                var page = await (await _trader.ReadAsync($"/bots?sort={sort}&limit=3{cursor}")).JsonAsync();
                seen.AddRange(page.GetProperty("items").EnumerateArray().Select(bot => bot.GetProperty("id").GetGuid()));
                cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={Uri.EscapeDataString(next)}" : null;
            }

            Assert.Equal(7, seen.Count);
            Assert.Equal(made, seen.ToHashSet());
        }
    }

    [Fact]
    public async Task Refuses_cursors_that_are_not_of_this_list()
    {
        await _scene.BotAsync();
        await _scene.BotAsync();
        var page = await (await _trader.ReadAsync("/bots?limit=1&sort=name")).JsonAsync();
        var cursor = Uri.EscapeDataString(page.GetProperty("next").GetString()!);
        foreach (var path in new[] { "/bots?cursor=nonsense", $"/bots?sort=-name&cursor={cursor}", $"/alerts?cursor={cursor}" })
        {
            var response = await _trader.ReadAsync(path);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.True((await response.JsonAsync()).GetProperty("errors").TryGetProperty("cursor", out _));
        }
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("status=Running", "status")]
    [InlineData("status=2", "status")]
    [InlineData("mode=oracle", "mode")]
    [InlineData("symbol=BTCUSDT", "symbol")]
    [InlineData("sort=colour", "sort")]
    [InlineData("clientId=me", "clientId")]
    [InlineData("page=2", "page")]
    [InlineData("limit=1&limit=2", "limit")]
    public async Task Refuses_query_parameters_it_does_not_know(string query, string name)
    {
        var response = await _trader.ReadAsync($"/bots?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await response.JsonAsync()).GetProperty("errors").TryGetProperty(name, out _));
    }

    [Fact]
    public async Task Hides_another_clients_bots_whatever_is_asked()
    {
        var foreign = await _scene.BotAsync(_scene.Theirs);

        Assert.Equal(HttpStatusCode.NotFound, (await _trader.ReadAsync($"/bots/{foreign}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _trader.ReadAsync($"/bots?clientId={_scene.Theirs}")).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await _trader.PostAsync("/bots", new { clientId = _scene.Theirs.Value, settings = Scene.Settings() })).StatusCode);
        Assert.Equal(0, (await (await _trader.ReadAsync("/bots")).JsonAsync()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Does_not_give_one_clients_bot_id_to_another()
    {
        var foreign = await _scene.BotAsync(_scene.Theirs);

        var response = await _trader.PostAsync("/bots", new { id = foreign, settings = Scene.Settings() });

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Moves_the_budget_by_transfers_and_not_by_settings()
    {
        var id = await _scene.BotAsync();

        var moved = await (await _trader.PostAsync($"/bots/{id}/budget", new { amount = "-2500.50" })).JsonAsync();
        var tooMuch = await _trader.PostAsync($"/bots/{id}/budget", new { amount = "-99999" });
        var bySettings = await _trader.PutAsJsonAsync(
            $"/api/v1/bots/{id}/settings", Scene.Settings("X", "1"), TestContext.Current.CancellationToken);

        Assert.Equal("7499.50", moved.GetProperty("budget").GetString());
        Assert.Equal(0m, decimal.Parse(moved.GetProperty("profit").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("insufficient-cash", await tooMuch.CodeAsync());
        Assert.Equal("budget-is-a-transfer", await bySettings.CodeAsync());
    }

    [Theory]
    [InlineData("{\"amount\":\"0\"}")]
    [InlineData("{\"amount\":\"1e5\"}")]
    [InlineData("{\"amount\":100}")]
    [InlineData("{\"amount\":\"NaN\"}")]
    [InlineData("{\"amount\":\"99999999999\"}")]
    [InlineData("{}")]
    public async Task Refuses_absurd_transfers(string body)
    {
        var id = await _scene.BotAsync();

        var response = await _trader.PostAsync($"/bots/{id}/budget", JsonSerializer.Deserialize<JsonElement>(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await response.JsonAsync()).GetProperty("errors").TryGetProperty("amount", out _));
    }

    [Fact]
    public async Task Makes_one_bot_for_one_key_however_often_it_is_asked()
    {
        _trader.DefaultRequestHeaders.Add("Idempotency-Key", "order-17");

        var first = await _trader.PostAsync("/bots", new { settings = Scene.Settings("Once") });
        var again = await _trader.PostAsync("/bots", new { settings = Scene.Settings("Once") });
        var other = await _trader.PostAsync("/bots", new { settings = Scene.Settings("Twice") });

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal((await first.JsonAsync()).ToString(), (await again.JsonAsync()).ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("key-reused", await other.CodeAsync());
        Assert.Equal(1, (await (await _trader.ReadAsync("/bots")).JsonAsync()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Lets_a_refused_creation_be_put_right_under_its_key()
    {
        _trader.DefaultRequestHeaders.Add("Idempotency-Key", "order-18");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _trader.PostAsync("/bots", new { settings = Scene.Settings("") })).StatusCode);

        Assert.Equal(HttpStatusCode.Created, (await _trader.PostAsync("/bots", new { settings = Scene.Settings("Right") })).StatusCode);
    }
}
