using Dapper;
using Npgsql;

namespace BotCluster.Ledger;

/// <summary>How long the ledger keeps what grows without end; null: for ever.</summary>
public sealed record RetentionOptions
{
    /// <summary>Points of equity, by the bots' own time, in whole months.</summary>
    public TimeSpan? Equity { get; init; }

    /// <summary>Decisions, by the bots' own time, in whole months.</summary>
    public TimeSpan? Decisions { get; init; }

    /// <summary>Sessions and one-time links after their end: long enough to recognise one that is presented again.</summary>
    public TimeSpan EndedSessions { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Keys of creations, by which a repeat is recognised.</summary>
    public TimeSpan CreationKeys { get; init; } = TimeSpan.FromDays(1);
}

/// <summary>What was removed.</summary>
public sealed record Swept(IReadOnlyList<string> Months, int Sessions, int Links, int CreationKeys);

/// <summary>Removes what nobody needs any more; once a day is enough. Orders, fills, trades and the audit log are never removed.</summary>
public sealed class Housekeeping(NpgsqlDataSource source)
{
    public async Task<Swept> SweepAsync(RetentionOptions retention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var ended = new { Before = now.ToUniversalTime() - retention.EndedSessions };
        var stale = new { Before = now.ToUniversalTime() - retention.CreationKeys };
        return new Swept(
            [
                .. await DropMonthsAsync(connection, "equity_snapshots", retention.Equity),
                .. await DropMonthsAsync(connection, "decisions", retention.Decisions),
            ],
            await connection.ExecuteAsync("delete from sessions where expires_at < @Before", ended),
            await connection.ExecuteAsync("delete from one_time_links where expires_at < @Before", ended),
            await connection.ExecuteAsync("delete from idempotency_keys where created_at < @Before", stale));
    }

    // Counted back from the bots' latest time: a replay of a year long gone must not lose its history at once.
    private static async Task<IEnumerable<string>> DropMonthsAsync(NpgsqlConnection connection, string table, TimeSpan? kept) =>
        kept is null
            ? []
            : await connection.QueryAsync<string>(
                "select drop_months(@table::regclass, (select max(at) from bot_figures) - @kept)", new { table, kept });
}
