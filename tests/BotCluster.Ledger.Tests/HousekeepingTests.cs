using BotCluster.Testing;
using Dapper;
using static BotCluster.Ledger.Tests.Writing.Steps;

namespace BotCluster.Ledger.Tests;

public sealed class HousekeepingTests(PostgresFixture postgres) : IAsyncLifetime
{
    private FilledLedger _ledger = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ledger = await FilledLedger.OpenAsync(postgres);
        await _ledger.AddBotAsync(1, Tenant, "Ada");
        await _ledger.WriteAsync(
            1, Tenant, Equity(Start, 1m), Equity(Start.AddMonths(1), 2m), Equity(Start.AddMonths(2), 3m), Decision(1));
    }

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public async Task Keeps_all_history_unless_told_otherwise()
    {
        var swept = await new Housekeeping(_ledger.Source).SweepAsync(new RetentionOptions(), Start.AddYears(5), Token);

        Assert.Empty(swept.Months);
        Assert.Equal(3, await CountAsync("equity_snapshots"));
    }

    [Fact]
    public async Task Drops_whole_months_counted_back_from_the_bots_latest_time()
    {
        var retention = new RetentionOptions { Equity = TimeSpan.FromDays(30), Decisions = TimeSpan.FromDays(365) };

        var swept = await new Housekeeping(_ledger.Source).SweepAsync(retention, Start.AddYears(5), Token);

        Assert.Equal(["equity_snapshots_202403"], swept.Months);
        Assert.Equal(2, await CountAsync("equity_snapshots"));
        Assert.Equal(1, await CountAsync("decisions"));
    }

    [Fact]
    public async Task Forgets_sessions_links_and_keys_after_their_time()
    {
        await using (var connection = await _ledger.Source.OpenConnectionAsync(Token))
        {
            await connection.ExecuteAsync("""
                insert into users (id, email, display_name, security_stamp, created_at)
                values ('99999999-0000-0000-0000-000000000000', 'a@b.c', 'A', 's', @Start);
                insert into sessions (id, family, user_id, kind, security_stamp, created_at, expires_at, last_seen_at)
                select gen_random_uuid(), gen_random_uuid(), id, 'Cookie', 's', @Start, @Start + days * interval '1 day', @Start
                from users, (values (1), (60)) as ends (days);
                insert into one_time_links (secret_hash, user_id, purpose, created_at, expires_at)
                select '\x01', id, 'Invite', @Start, @Start + interval '1 day' from users;
                insert into idempotency_keys (user_id, key, request_hash, created_at) select id, 'k', '\x01', @Start from users;
                """, new { Start });
        }

        var swept = await new Housekeeping(_ledger.Source).SweepAsync(new RetentionOptions(), Start.AddDays(40), Token);

        Assert.Equal((1, 1, 1), (swept.Sessions, swept.Links, swept.CreationKeys));
        Assert.Equal(1, await CountAsync("sessions"));
    }

    private async Task<long> CountAsync(string rows)
    {
        await using var connection = await _ledger.Source.OpenConnectionAsync(Token);
        return await connection.ExecuteScalarAsync<long>($"select count(*) from {rows}");
    }
}
