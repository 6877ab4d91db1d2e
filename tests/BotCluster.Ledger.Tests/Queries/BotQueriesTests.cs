using System.Globalization;
using BotCluster.Ledger.Queries;
using BotCluster.Testing;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;
using static BotCluster.Ledger.Tests.Writing.Steps;

namespace BotCluster.Ledger.Tests.Queries;

public sealed class BotQueriesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TenantScope Ours = TenantScope.Of(Tenant);
    private static readonly string[] Names = ["Émile", "ada", "Zoe", "Ben", "carol", "Ada"];

    private FilledLedger _ledger = null!;
    private BotQueries _bots = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ledger = await FilledLedger.OpenAsync(postgres);
        _bots = new BotQueries(_ledger.Source);
        for (var bot = 1; bot <= Names.Length; bot++)
        {
            var settings = string.Create(
                CultureInfo.InvariantCulture,
                $$$"""{"name":"{{{Names[bot - 1]}}}","symbols":["BTC-USDT","{{{(bot % 2 == 0 ? "ETH-USDT" : "SOL-USDT")}}}"],"mode":{"kind":"{{{(bot % 3 == 0 ? "trinity" : "crossover")}}}"}}""");
            await _ledger.AddBotAsync(bot, Tenant, Names[bot - 1], settings);
        }

        await _ledger.AddBotAsync(10, OtherTenant, "Foreign");
        await _ledger.WriteAsync(1, Tenant, Equity(Start, 900m), Trade(1, profit: -100m));
        await _ledger.WriteAsync(2, Tenant, Equity(Start, 1200m), Trade(1, profit: 200m), Trade(2, profit: -50m));
        await _ledger.WriteAsync(10, OtherTenant, Equity(Start, 5000m));
        await _ledger.RetireAsync(6, Tenant);
    }

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public async Task Shows_a_bot_with_its_latest_figures()
    {
        var bot = await _bots.FindAsync(Ours, Bot(2), Token);

        Assert.Equal("ada", bot!.Name);
        Assert.Equal("First", bot.TenantName);
        Assert.Equal(BotStatus.Running, bot.Status);
        Assert.Equal(new BotFigures(Start, 1200m, 1200m, 0m, 0.01, 2, 1, 148m), bot.Figures);
        Assert.Null((await _bots.FindAsync(Ours, Bot(3), Token))!.Figures);
        Assert.Null(await _bots.FindAsync(Ours, Bot(10), Token));
        Assert.NotNull(await _bots.FindAsync(TenantScope.All, Bot(10), Token));
    }

    [Theory]
    [InlineData(BotSort.CreatedAt, false, new[] { 1, 2, 3, 4, 5 })]
    [InlineData(BotSort.CreatedAt, true, new[] { 5, 4, 3, 2, 1 })]
    [InlineData(BotSort.Name, false, new[] { 2, 4, 5, 3, 1 })]
    [InlineData(BotSort.Equity, true, new[] { 2, 1, 5, 4, 3 })]
    [InlineData(BotSort.Profit, false, new[] { 1, 3, 4, 5, 2 })]
    [InlineData(BotSort.Trades, true, new[] { 2, 1, 5, 4, 3 })]
    [InlineData(BotSort.Drawdown, false, new[] { 3, 4, 5, 1, 2 })]
    [InlineData(BotSort.Status, false, new[] { 3, 4, 5, 1, 2 })]
    public async Task Sorts_and_pages_without_a_gap_or_a_repeat(BotSort sort, bool descending, int[] expected)
    {
        var filter = new BotFilter { Sort = sort, Descending = descending };
        var seen = new List<BotId>();
        string? place = null;
        do
        {
            var page = await _bots.ListAsync(Ours, filter, new PageRequest(2, place), Token);
            seen.AddRange(page.Items.Select(bot => bot.Definition.Id));
            place = page.Next;
        }
        while (place is not null);

        Assert.Equal(expected.Select(Bot), seen);
    }

    [Fact]
    public async Task Filters_by_status_mode_symbol_and_name()
    {
        Assert.Equal([Bot(1), Bot(2)], await ListAsync(new BotFilter { Statuses = [BotStatus.Running] }));
        Assert.Equal([Bot(6)], await ListAsync(new BotFilter { Statuses = [BotStatus.Retired] }));
        Assert.Equal([Bot(3)], await ListAsync(new BotFilter { Mode = "trinity" }));
        Assert.Equal([Bot(2), Bot(4)], await ListAsync(new BotFilter { Symbol = Symbol.Parse("ETH-USDT") }));
        Assert.Equal([Bot(2)], await ListAsync(new BotFilter { Search = "AD" }));
        Assert.Empty(await ListAsync(new BotFilter { Search = "' or 1=1 --" }));
        Assert.Empty(await ListAsync(new BotFilter { Search = "%" }));
    }

    [Fact]
    public async Task Lists_only_bots_of_the_scope()
    {
        var all = await _bots.ListAsync(TenantScope.All, new BotFilter(), new PageRequest(100), Token);
        Assert.Equal(6, all.Items.Count);
        Assert.Empty((await _bots.ListAsync(TenantScope.Of(), new BotFilter(), new PageRequest(100), Token)).Items);
    }

    [Fact]
    public async Task Counts_by_status()
    {
        var counts = await _bots.CountAsync(Ours, Token);
        Assert.Equal(2, counts[BotStatus.Running]);
        Assert.Equal(3, counts[BotStatus.Created]);
        Assert.Equal(1, counts[BotStatus.Retired]);
    }

    [Fact]
    public async Task Draws_small_curves_of_the_last_week_oldest_first()
    {
        await _ledger.WriteAsync(3, Tenant, [.. Enumerable.Range(0, 24 * 10).Select(hour => Equity(Start.AddHours(hour), 1000 + hour))]);

        var curves = await _bots.SparksAsync(Ours, [Bot(2), Bot(3), Bot(4), Bot(10)], 40, Token);

        Assert.Equal([1200.0], curves[Bot(2)]);
        Assert.Equal(40, curves[Bot(3)].Count);
        Assert.Equal(1239.0, curves[Bot(3)][^1]);
        Assert.Equal(curves[Bot(3)].Order(), curves[Bot(3)]);
        Assert.False(curves.ContainsKey(Bot(4)));
        Assert.False(curves.ContainsKey(Bot(10)));
    }

    private async Task<IEnumerable<BotId>> ListAsync(BotFilter filter) =>
        (await _bots.ListAsync(Ours, filter, new PageRequest(100), Token)).Items.Select(bot => bot.Definition.Id);
}
