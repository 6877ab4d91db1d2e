using System.Net;
using System.Text.Json;
using BotCluster.Api.Bots;
using BotCluster.Api.Tests.Access;
using BotCluster.Trading.Ports;

namespace BotCluster.Api.Tests.Bots;

public sealed class HistoryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Shows_what_a_bot_did_page_by_page_and_as_a_file()
    {
        var scene = await Scene.SetAsync(api.Host);
        var trader = await scene.AsAsync("trader");
        var bot = await scene.BotAsync(isStarted: true);
        IReadOnlyList<JsonElement> trades = [];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (trades.Count < 2)
        {
            await Eventually.StepAsync(api.Host, 48, patience.Token);
            trades = await (await trader.ReadAsync($"/bots/{bot}/trades")).ItemsAsync();
        }

        var csv = await trader.ReadAsync($"/bots/{bot}/trades.csv");
        var text = await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        Assert.True(text.TrimEnd().Split('\n').Length >= trades.Count + 1);
        Assert.True(Number(trades[0], "number") > Number(trades[1], "number"));

        foreach (var list in new[] { "orders", "fills", "decisions" })
        {
            var whole = await (await trader.ReadAsync($"/bots/{bot}/{list}?limit=500")).ItemsAsync();
            var first = await (await trader.ReadAsync($"/bots/{bot}/{list}?limit=1")).JsonAsync();
            var cursor = Uri.EscapeDataString(first.GetProperty("next").GetString()!);
            var second = await (await trader.ReadAsync($"/bots/{bot}/{list}?limit=1&cursor={cursor}")).ItemsAsync();
            Assert.True(whole.Count >= 2);
            Assert.NotEqual(first.GetProperty("items")[0].ToString(), second[0].ToString());
        }

        var equity = await (await trader.ReadAsync($"/bots/{bot}/equity?points=50")).ItemsAsync();
        Assert.InRange(equity.Count, 2, 50);
        Assert.True(equity[0].GetProperty("at").GetDateTimeOffset() < equity[^1].GetProperty("at").GetDateTimeOffset());
        Assert.EndsWith("Z", equity[0].GetProperty("at").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_candles_up_to_the_feeds_own_time_and_not_one_more()
    {
        await Eventually.StepAsync(api.Host, 3, TestContext.Current.CancellationToken);
        var scene = await Scene.SetAsync(api.Host);
        var viewer = await scene.AsAsync("viewer");

        var candles = await (await viewer.ReadAsync("/candles?symbol=BTC-USDT&timeframe=1h&limit=20&to=2030-01-01T00:00:00Z")).ItemsAsync();

        Assert.Equal(20, candles.Count);
        var last = candles[^1].GetProperty("openTime").GetDateTimeOffset();
        Assert.True(last.AddHours(1) <= api.Host.Get<IMarketFeed>().State.LastStep);
    }

    [Theory]
    [InlineData("/candles?symbol=DOGE-EUR&timeframe=1h", "symbol")]
    [InlineData("/candles?symbol=BTC-USDT&timeframe=7x", "timeframe")]
    [InlineData("/candles?symbol=BTC-USDT&timeframe=5m", "timeframe")]
    [InlineData("/candles?symbol=BTC-USDT", "timeframe")]
    [InlineData("/candles?symbol=BTC-USDT&timeframe=1h&from=yesterday", "from")]
    [InlineData("/candles?symbol=BTC-USDT&timeframe=1h&limit=2001", "limit")]
    public async Task Refuses_candles_that_there_are_not(string path, string parameter)
    {
        var scene = await Scene.SetAsync(api.Host);

        var response = await (await scene.AsAsync("viewer")).ReadAsync(path);

        Assert.True((await response.ErrorsAsync(HttpStatusCode.BadRequest)).TryGetProperty(parameter, out _));
    }

    [Theory]
    [InlineData("{\"action\":\"enter\",\"symbol\":\"nonsense\",\"reason\":\"r\"}", "symbol")]
    [InlineData("{\"action\":\"enter\",\"symbol\":\"BTC-USDT\",\"reason\":\"r\",\"confidence\":2}", "confidence")]
    [InlineData("{\"action\":\"enter\",\"symbol\":\"BTC-USDT\",\"reason\":\"r\",\"leverage\":\"11\"}", "leverage")]
    [InlineData("{\"action\":\"enter\",\"symbol\":\"BTC-USDT\",\"reason\":\"r\",\"stop\":\"-1\"}", "stop")]
    [InlineData("{\"action\":\"enter\",\"symbol\":\"BTC-USDT\",\"reason\":\"r\",\"sizeShare\":\"1.5\"}", "sizeShare")]
    [InlineData("{\"action\":\"reduce\",\"symbol\":\"BTC-USDT\",\"reason\":\"r\"}", "fraction")]
    [InlineData("{\"action\":\"close\",\"symbol\":\"BTC-USDT\",\"reason\":\"r\",\"stop\":\"1\"}", "stop")]
    [InlineData("{\"action\":\"sell\",\"symbol\":\"BTC-USDT\",\"reason\":\"r\"}", "action")]
    [InlineData("{\"action\":\"close\",\"symbol\":\"BTC-USDT\",\"reason\":\"\"}", "reason")]
    public async Task Refuses_signals_beyond_all_bounds(string body, string path)
    {
        var scene = await Scene.SetAsync(api.Host);
        var bot = await scene.BotAsync();

        var response = await (await scene.AsAsync("trader")).PostAsync($"/bots/{bot}/signals", JsonSerializer.Deserialize<JsonElement>(body));

        Assert.True((await response.ErrorsAsync(HttpStatusCode.BadRequest)).TryGetProperty(path, out _));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    public void Writes_texts_that_a_spreadsheet_does_not_run(string text, string written) =>
        Assert.Equal(written, TradesFile.Text(text));

    private static long Number(JsonElement item, string name) => item.GetProperty(name).GetInt64();
}
