using BotCluster.Ledger.Queries;
using BotCluster.Testing;
using BotCluster.Trading.Ports;
using static BotCluster.Ledger.Tests.Writing.Steps;

namespace BotCluster.Ledger.Tests.Queries;

public sealed class AlertQueriesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TenantScope Ours = TenantScope.Of(Tenant);
    private static readonly Guid Somebody = new("99999999-0000-0000-0000-000000000000");

    private FilledLedger _ledger = null!;
    private AlertQueries _alerts = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ledger = await FilledLedger.OpenAsync(postgres);
        _alerts = new AlertQueries(_ledger.Source);
        await _ledger.AddBotAsync(1, Tenant, "Ada");
        await _ledger.AddBotAsync(2, Tenant, "Ben");
        await _ledger.AddBotAsync(3, OtherTenant, "Zoe");
        await _ledger.WriteAsync(1, Tenant, Alert(1), Alert(2, AlertSeverity.Critical));
        await _ledger.WriteAsync(2, Tenant, Alert(1, AlertSeverity.Notice));
        await _ledger.WriteAsync(3, OtherTenant, Alert(1));
    }

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public async Task Lists_a_clients_alerts_newest_first_page_by_page()
    {
        var first = await ListAsync(new AlertFilter(), new PageRequest(2));
        var second = await ListAsync(new AlertFilter(), new PageRequest(2, first.Next));

        Assert.Equal([("Ben", 1L), ("Ada", 2L)], first.Items.Select(alert => (alert.BotName, alert.Alert.Number)));
        Assert.Equal([("Ada", 1L)], second.Items.Select(alert => (alert.BotName, alert.Alert.Number)));
        Assert.Null(second.Next);
        Assert.Equal(Alert(1).Alert, second.Items[0].Alert);
    }

    [Fact]
    public async Task Filters_by_severity_bot_and_whether_somebody_has_seen_it()
    {
        Assert.Equal(2, Assert.Single((await ListAsync(new AlertFilter(AlertSeverity.Critical))).Items).Alert.Number);
        Assert.Equal(2, (await ListAsync(new AlertFilter(Bot: Bot(1)))).Items.Count);
        Assert.Empty((await ListAsync(new AlertFilter(Bot: Bot(3)))).Items);
        await _alerts.AcknowledgeAsync(Ours, Bot(1), 2, Somebody, Start, Token);
        Assert.Equal(2, (await ListAsync(new AlertFilter(UnacknowledgedOnly: true))).Items.Count);
    }

    [Fact]
    public async Task Acknowledges_once_and_only_in_the_scope()
    {
        var first = await _alerts.AcknowledgeAsync(Ours, Bot(1), 1, Somebody, Start, Token);
        var again = await _alerts.AcknowledgeAsync(Ours, Bot(1), 1, Somebody, Start.AddDays(1), Token);

        Assert.Equal(Start, first!.AcknowledgedAt);
        Assert.Equal(Start, again!.AcknowledgedAt);
        Assert.Null(await _alerts.AcknowledgeAsync(Ours, Bot(3), 1, Somebody, Start, Token));
        Assert.Null(await _alerts.AcknowledgeAsync(Ours, Bot(1), 9, Somebody, Start, Token));
        Assert.NotNull(await _alerts.AcknowledgeAsync(TenantScope.All, Bot(3), 1, Somebody, Start, Token));
    }

    [Fact]
    public async Task Hands_on_what_came_after_an_alert_oldest_first()
    {
        var all = await _alerts.AfterAsync(TenantScope.All, 0, 10, Token);
        Assert.Equal(4, all.Count);
        var rest = await _alerts.AfterAsync(TenantScope.All, all[1].Sequence, 10, Token);
        Assert.Equal(all.Skip(2), rest);
    }

    private Task<Page<AlertRow>> ListAsync(AlertFilter filter, PageRequest? page = null) =>
        _alerts.ListAsync(Ours, filter, new TimeRange(), page ?? new PageRequest(10), Token);
}
