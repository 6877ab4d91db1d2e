using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Npgsql;

namespace BotCluster.Ledger.Queries;

/// <summary>An alert and the bot that raised it.</summary>
/// <param name="Sequence">Its place in the order in which alerts reached the ledger.</param>
/// <param name="Bot">Who raised it.</param>
/// <param name="BotName">By name.</param>
/// <param name="Tenant">Whose bot it is.</param>
/// <param name="Alert">What it says.</param>
/// <param name="AcknowledgedAt">When somebody said he had seen it.</param>
public sealed record AlertRow(
    long Sequence, BotId Bot, string BotName, TenantId Tenant, BotAlert Alert, DateTimeOffset? AcknowledgedAt);

/// <summary>Which alerts a list shows. Null: all.</summary>
public sealed record AlertFilter(AlertSeverity? Severity = null, BotId? Bot = null, bool UnacknowledgedOnly = false);

/// <summary>Alerts of all bots, newest first.</summary>
public sealed class AlertQueries(NpgsqlDataSource source)
{
    private const string Select = """
        select a.sequence, a.bot_id, b.name, a.tenant_id, a.number, a.at, a.severity, a.code, a.text, a.acknowledged_at
        from alerts a join bots b on b.id = a.bot_id
        """;

    public async Task<Page<AlertRow>> ListAsync(
        TenantScope scope, AlertFilter filter, TimeRange range, PageRequest page, CancellationToken cancellationToken)
    {
        var query = range.Limit(scope.Limit(new Query(Select), "a.tenant_id"), "a.at");
        if (filter.Severity is { } severity)
        {
            query.Where("a.severity = ?", severity.ToString());
        }

        if (filter.Bot is { } bot)
        {
            query.Where("a.bot_id = ?", bot.Value);
        }

        if (filter.UnacknowledgedOnly)
        {
            query.Where("a.acknowledged_at is null");
        }

        if (page.After is { } after)
        {
            query.Where("a.sequence < ?", Place.Number(after));
        }

        return await query.End("order by a.sequence desc").PageAsync(
            source, page.Limit, Read, alert => Place.Of(alert.Sequence), cancellationToken);
    }

    /// <summary>Alerts that came after one, oldest first: for whoever passes them on.</summary>
    public async Task<IReadOnlyList<AlertRow>> AfterAsync(
        TenantScope scope, long sequence, int limit, CancellationToken cancellationToken)
    {
        await using var command = scope.Limit(new Query(Select).Where("a.sequence > ?", sequence), "a.tenant_id")
            .End("order by a.sequence").Limit(limit).On(source);
        return await Rows.ListAsync(command, Read, cancellationToken);
    }

    /// <returns>Null where there is no such alert in the scope; a repeat keeps the first time.</returns>
    public async Task<AlertRow?> AcknowledgeAsync(
        TenantScope scope, BotId bot, long number, Guid user, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var update = new Query("update alerts a").End("set acknowledged_at = ?", at.ToUniversalTime()).End(", acknowledged_by = ?", user)
            .Where("a.acknowledged_at is null").Where("a.bot_id = ?", bot.Value).Where("a.number = ?", number)
            .Where("a.tenant_id = (select tenant_id from bots where id = a.bot_id)");
        await using (var command = scope.Limit(update, "a.tenant_id").On(source))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var find = scope.Limit(
            new Query(Select).Where("a.bot_id = ?", bot.Value).Where("a.number = ?", number).Where("a.tenant_id = b.tenant_id"),
            "a.tenant_id").On(source);
        return await Rows.FirstAsync(find, Read, cancellationToken);
    }

    private static AlertRow Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        new BotId(row.GetGuid(1)),
        row.GetString(2),
        new TenantId(row.GetGuid(3)),
        new BotAlert(row.GetInt64(4), row.Instant(5), row.Choice<AlertSeverity>(6), row.GetString(7), row.GetString(8)),
        row.InstantOrNull(9));
}
