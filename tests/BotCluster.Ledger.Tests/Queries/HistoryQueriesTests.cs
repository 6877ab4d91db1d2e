using BotCluster.Ledger.Queries;
using BotCluster.Testing;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;
using static BotCluster.Ledger.Tests.Writing.Steps;

namespace BotCluster.Ledger.Tests.Queries;

public sealed class HistoryQueriesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TenantScope Ours = TenantScope.Of(Tenant);
    private static readonly TimeRange Always = new();

    private FilledLedger _ledger = null!;
    private HistoryQueries _history = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ledger = await FilledLedger.OpenAsync(postgres);
        _history = new HistoryQueries(_ledger.Source);
        await _ledger.AddBotAsync(1, Tenant, "Ada");
        await _ledger.AddBotAsync(2, OtherTenant, "Grace");
        await _ledger.WriteAsync(2, OtherTenant, Order(2, 1, OrderStatus.Filled), Fill(2, 1), Trade(1), Decision(1), Booking(1));
    }

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public async Task Gives_back_each_fact_as_it_was_recorded()
    {
        var order = Order(1, 1, OrderStatus.Filled);
        await _ledger.WriteAsync(1, Tenant, order, Fill(1, 1), Trade(1), Decision(1), Booking(1));
        var page = new PageRequest(10);

        Assert.Equal([order], (await _history.OrdersAsync(Ours, Bot(1), Always, page, Token))!.Items);
        Assert.Equal([Fill(1, 1)], (await _history.FillsAsync(Ours, Bot(1), Always, page, Token))!.Items);
        Assert.Equal([Trade(1).Trade], (await _history.TradesAsync(Ours, Bot(1), Always, page, Token))!.Items);
        Assert.Equal([Decision(1).Decision], (await _history.DecisionsAsync(Ours, Bot(1), Always, page, Token))!.Items);
        Assert.Equal([Booking(1).Booking], (await _history.BookingsAsync(Ours, Bot(1), Always, page, Token))!.Items);
    }

    [Fact]
    public async Task Another_clients_bot_does_not_exist_but_does_for_the_platforms_admin()
    {
        var page = new PageRequest(10);

        Assert.Null(await _history.OrdersAsync(Ours, Bot(2), Always, page, Token));
        Assert.Null(await _history.FillsAsync(Ours, Bot(2), Always, page, Token));
        Assert.Null(await _history.TradesAsync(Ours, Bot(2), Always, page, Token));
        Assert.Null(await _history.DecisionsAsync(Ours, Bot(2), Always, page, Token));
        Assert.Null(await _history.BookingsAsync(Ours, Bot(2), Always, page, Token));
        Assert.Null(await _history.EquityAsync(Ours, Bot(2), Always, 10, Token));
        Assert.Null(await _history.OrdersAsync(TenantScope.Of(), Bot(2), Always, page, Token));
        Assert.Single((await _history.OrdersAsync(TenantScope.All, Bot(2), Always, page, Token))!.Items);
        Assert.Single((await _history.OrdersAsync(TenantScope.Of(Tenant, OtherTenant), Bot(2), Always, page, Token))!.Items);
    }

    [Fact]
    public async Task Pages_show_every_row_once_newest_first_also_where_times_are_equal()
    {
        for (var number = 1; number <= 25; number++)
        {
            var order = Order(1, number, OrderStatus.Open);
            var fill = Fill(1, number);
            await _ledger.WriteAsync(
                1, Tenant,
                new Fact.OrderChanged(order.Order with { RecordedAt = Start.AddMinutes(number / 4) }, order.At),
                new Fact.OrderFilled(fill.Trade with { At = Start.AddMinutes(number / 4) }, fill.Purpose),
                Trade(number),
                new Fact.DecisionMade(Decision(number).Decision with { At = Start.AddMinutes(number / 4) }),
                Booking(number));
        }

        var newestFirst = Enumerable.Range(1, 25).Reverse().Select(number => (long)number).ToList();
        Assert.Equal(newestFirst, await WalkAsync(
            page => _history.OrdersAsync(Ours, Bot(1), Always, page, Token), fact => fact.Order.Id.Number));
        Assert.Equal(newestFirst, await WalkAsync(
            page => _history.FillsAsync(Ours, Bot(1), Always, page, Token), fact => fact.Trade.OrderId.Number));
        Assert.Equal(newestFirst, await WalkAsync(page => _history.TradesAsync(Ours, Bot(1), Always, page, Token), trade => trade.Number));
        Assert.Equal(newestFirst, await WalkAsync(
            page => _history.DecisionsAsync(Ours, Bot(1), Always, page, Token), decision => decision.Number));
        Assert.Equal(newestFirst, await WalkAsync(
            page => _history.BookingsAsync(Ours, Bot(1), Always, page, Token), booking => booking.Number));
    }

    [Fact]
    public async Task A_range_takes_its_first_instant_and_leaves_its_last()
    {
        await _ledger.WriteAsync(1, Tenant, Order(1, 1, OrderStatus.Open), Order(1, 2, OrderStatus.Open), Order(1, 3, OrderStatus.Open));

        var page = await _history.OrdersAsync(
            Ours, Bot(1), new TimeRange(Start.AddMinutes(1), Start.AddMinutes(3)), new PageRequest(10), Token);

        Assert.Equal([2L, 1L], page!.Items.Select(fact => fact.Order.Id.Number));
    }

    [Fact]
    public async Task Equity_is_thinned_to_so_many_points_and_keeps_the_last_one()
    {
        await _ledger.WriteAsync(1, Tenant, [.. Enumerable.Range(0, 1000).Select(hour => Equity(Start.AddHours(hour), 1000 + hour))]);

        var curve = await _history.EquityAsync(Ours, Bot(1), Always, 100, Token);

        Assert.Equal(100, curve!.Count);
        Assert.Equal(1999m, curve[^1].Equity);
        Assert.Equal(curve.OrderBy(point => point.At), curve);
        Assert.All(curve.Zip(curve.Skip(1)), pair => Assert.InRange((pair.Second.At - pair.First.At).TotalHours, 9, 11));
    }

    [Fact]
    public async Task Equity_of_few_points_is_given_whole()
    {
        Assert.Empty((await _history.EquityAsync(Ours, Bot(1), Always, 100, Token))!);
        await _ledger.WriteAsync(1, Tenant, Equity(Start, 1000m));
        Assert.Equal([Equity(Start, 1000m).Point], await _history.EquityAsync(Ours, Bot(1), Always, 100, Token));
        await _ledger.WriteAsync(1, Tenant, Equity(Start.AddDays(40), 1100m));

        var range = new TimeRange(Start.AddDays(1));
        Assert.Equal([Equity(Start.AddDays(40), 1100m).Point], await _history.EquityAsync(Ours, Bot(1), range, 100, Token));
    }

    private static async Task<List<long>> WalkAsync<T>(Func<PageRequest, Task<Page<T>?>> list, Func<T, long> number)
    {
        var seen = new List<long>();
        string? place = null;
        do
        {
            var page = await list(new PageRequest(7, place));
            Assert.InRange(page!.Items.Count, 1, 7);
            seen.AddRange(page.Items.Select(number));
            place = page.Next;
        }
        while (place is not null);

        return seen;
    }
}
