using BotCluster.Ledger.Queries;
using BotCluster.Testing;
using static BotCluster.Ledger.Tests.Writing.Steps;

namespace BotCluster.Ledger.Tests.Queries;

public sealed class FleetQueriesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private FilledLedger _ledger = null!;
    private FleetQueries _fleet = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ledger = await FilledLedger.OpenAsync(postgres);
        _fleet = new FleetQueries(_ledger.Source);
        await _ledger.AddBotAsync(1, Tenant, "Ada");
        await _ledger.AddBotAsync(2, Tenant, "Ben");
        await _ledger.AddBotAsync(3, OtherTenant, "Zoe");
    }

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public async Task Adds_up_the_latest_figures_of_a_scope()
    {
        Assert.Equal(new FleetFigures(0m, 0m, 0m, 0, 0), await _fleet.SumAsync(TenantScope.All, Token));
        await _ledger.WriteAsync(1, Tenant, Equity(Start, 900m), Equity(Start.AddHours(1), 1000m), Trade(1, profit: 11m));
        await _ledger.WriteAsync(2, Tenant, Equity(Start, 500m), Trade(1, profit: -9m));
        await _ledger.WriteAsync(3, OtherTenant, Equity(Start, 70m));

        Assert.Equal(new FleetFigures(1500m, 0m, 0m, 2, 1), await _fleet.SumAsync(TenantScope.Of(Tenant), Token));
        Assert.Equal(1570m, (await _fleet.SumAsync(TenantScope.All, Token)).Equity);
    }

    [Fact]
    public async Task Draws_what_all_bots_were_worth_each_quarter_of_an_hour()
    {
        await _ledger.WriteAsync(1, Tenant, Equity(Start, 1000m));
        await _ledger.WriteAsync(2, Tenant, Equity(Start.AddMinutes(5), 500m));
        await _ledger.WriteAsync(3, OtherTenant, Equity(Start, 70m));
        await _ledger.WriteAsync(1, Tenant, Equity(Start.AddMinutes(20), 1100m));
        await _ledger.WriteAsync(2, Tenant, Equity(Start.AddMinutes(40), 400m));

        var ours = await _fleet.EquityAsync(TenantScope.Of(Tenant), new TimeRange(), 100, Token);
        Assert.Equal([(0, 1500m), (15, 1600m), (30, 1500m)], ours.Select(Minutes));

        var all = await _fleet.EquityAsync(TenantScope.All, new TimeRange(), 100, Token);
        Assert.Equal([(0, 1570m), (15, 1670m), (30, 1570m)], all.Select(Minutes));

        static (int, decimal) Minutes(FleetPoint point) => ((int)(point.At - Start).TotalMinutes, point.Equity);
    }

    [Fact]
    public async Task A_point_written_twice_counts_once_and_one_from_the_past_changes_nothing()
    {
        await _ledger.WriteAsync(1, Tenant, Equity(Start.AddHours(1), 1000m));
        await _ledger.WriteAsync(1, Tenant, Equity(Start.AddHours(1), 1000m));
        await _ledger.WriteAsync(1, Tenant, Equity(Start, 10m));

        var curve = await _fleet.EquityAsync(TenantScope.Of(Tenant), new TimeRange(), 100, Token);
        Assert.Equal([new FleetPoint(Start.AddHours(1), 1000m)], curve);
    }

    [Fact]
    public async Task A_retired_bot_takes_its_worth_out_of_the_sum_once()
    {
        await _ledger.WriteAsync(1, Tenant, Equity(Start, 1000m));
        await _ledger.WriteAsync(2, Tenant, Equity(Start, 500m));

        await _ledger.RetireAsync(2, Tenant);
        await _ledger.RetireAsync(2, Tenant);

        Assert.Equal([new FleetPoint(Start, 1000m)], await _fleet.EquityAsync(TenantScope.Of(Tenant), new TimeRange(), 100, Token));
        Assert.Equal(1000m, (await _fleet.SumAsync(TenantScope.Of(Tenant), Token)).Equity);
    }

    [Fact]
    public async Task Thins_a_long_curve()
    {
        await _ledger.WriteAsync(3, OtherTenant, Equity(Start, 7m));
        for (var quarter = 0; quarter < 300; quarter++)
        {
            await _ledger.WriteAsync(1, Tenant, Equity(Start.AddMinutes(15 * quarter), 1000m + quarter));
        }

        var curve = await _fleet.EquityAsync(TenantScope.All, new TimeRange(), 30, Token);
        Assert.Equal(30, curve.Count);
        Assert.Equal(1306m, curve[^1].Equity);
    }
}
