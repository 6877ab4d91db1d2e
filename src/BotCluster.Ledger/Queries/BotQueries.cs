using System.Diagnostics;
using System.Globalization;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Npgsql;

namespace BotCluster.Ledger.Queries;

/// <summary>Lists of bots, one bot, and the small curves beside them.</summary>
public sealed class BotQueries(NpgsqlDataSource source)
{
    private const string Select = """
        select b.id, b.tenant_id, b.number, b.created_at, t.name, b.name, b.status, b.settings::text, b.archived_at,
               f.bot_id is not null, f.at, f.equity, f.cash, f.unrealised, f.drawdown, f.trades, f.wins, f.net_profit
        """;

    private const string From = """
        from bots b join tenants t on t.id = b.tenant_id left join bot_figures f on f.bot_id = b.id
        """;

    // The last week before the bot's own latest point: a curve of a few dozen points shows no more.
    private const string Sparks = """
        select f.bot_id, array_agg(s.equity order by s.stretch)
        from bot_figures f cross join lateral (
            select distinct on (stretch) equity::double precision as equity,
                   floor(extract(epoch from f.at - at) * ? / extract(epoch from interval '7 days')) * -1 as stretch
            from equity_snapshots e
            where e.tenant_id = f.tenant_id and e.bot_id = f.bot_id and e.at > f.at - interval '7 days' and e.at <= f.at
            order by stretch, at desc
        ) s
        """;

    /// <returns>Null where there is no such bot in the scope.</returns>
    public async Task<BotRow?> FindAsync(TenantScope scope, BotId bot, CancellationToken cancellationToken)
    {
        await using var command = scope.Limit(new Query($"{Select} {From}").Where("b.id = ?", bot.Value), "b.tenant_id").On(source);
        return await Rows.FirstAsync(command, Read, cancellationToken);
    }

    /// <summary>Those of the named bots that are in the scope, in no order.</summary>
    public async Task<IReadOnlyList<BotRow>> FindManyAsync(
        TenantScope scope, IReadOnlyCollection<BotId> bots, CancellationToken cancellationToken)
    {
        var query = new Query($"{Select} {From}").Where("b.id = any(?)", bots.Select(bot => bot.Value).ToArray());
        await using var command = scope.Limit(query, "b.tenant_id").On(source);
        return await Rows.ListAsync(command, Read, cancellationToken);
    }

    public async Task<Page<BotRow>> ListAsync(
        TenantScope scope, BotFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var (key, type) = KeyOf(filter.Sort);
        var query = Filtered(scope, filter, $"{Select}, ({key})::text {From}");
        if (page.After is { } after)
        {
            var (number, value) = Place.Split(after);
            query.Where($"({key}, b.number) {(filter.Descending ? "<" : ">")} (?::{type}, ?)", value, Place.Number(number));
        }

        var way = filter.Descending ? "desc" : "asc";
        var rows = await query.End($"order by {key} {way}, b.number {way}").PageAsync(
            source, page.Limit, row => (Bot: Read(row), Key: row.GetString(KeyColumn)),
            row => $"{Place.Of(row.Bot.Definition.Number)}|{row.Key}", cancellationToken);
        return new Page<BotRow>([.. rows.Items.Select(row => row.Bot)], rows.Next);
    }

    /// <summary>How many bots there are of each status.</summary>
    public async Task<IReadOnlyDictionary<BotStatus, int>> CountAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await using var command = scope.Limit(new Query("select status, count(*)::int from bots"), "tenant_id")
            .End("group by status").On(source);
        var counts = await Rows.ListAsync(
            command, row => KeyValuePair.Create(row.Choice<BotStatus>(0), row.GetInt32(1)), cancellationToken);
        return new Dictionary<BotStatus, int>(counts);
    }

    /// <summary>Equity of each bot over its last week, oldest first, in at most <paramref name="points"/> points.</summary>
    public async Task<IReadOnlyDictionary<BotId, IReadOnlyList<double>>> SparksAsync(
        TenantScope scope, IReadOnlyCollection<BotId> bots, int points, CancellationToken cancellationToken)
    {
        var query = new Query("").End(Sparks, points).Where("f.bot_id = any(?)", bots.Select(bot => bot.Value).ToArray());
        await using var command = scope.Limit(query, "f.tenant_id").End("group by f.bot_id").On(source);
        var curves = await Rows.ListAsync(
            command,
            row => KeyValuePair.Create(new BotId(row.GetGuid(0)), (IReadOnlyList<double>)row.GetFieldValue<double[]>(1)),
            cancellationToken);
        return new Dictionary<BotId, IReadOnlyList<double>>(curves);
    }

    private const int KeyColumn = 18;

    private static Query Filtered(TenantScope scope, BotFilter filter, string select)
    {
        var query = scope.Limit(new Query(select), "b.tenant_id");
        if (filter.Statuses is { } statuses)
        {
            query.Where("b.status = any(?)", statuses.Select(status => status.ToString()).ToArray());
        }
        else
        {
            query.Where("b.status <> 'Retired'");
        }

        if (filter.Mode is { } mode)
        {
            query.Where("b.settings -> 'mode' ->> 'kind' = ?", mode);
        }

        if (filter.Symbol is { } symbol)
        {
            query.Where("b.settings -> 'symbols' @> to_jsonb(?::text)", symbol.ToString());
        }

        if (filter.Search is { } search)
        {
            query.Where("position(lower(?) in lower(b.name)) > 0", search);
        }

        return query;
    }

    // What a bot has no figures for yet counts as nothing, so that it has a place in every order.
    private static (string Key, string Type) KeyOf(BotSort sort) => sort switch
    {
        BotSort.CreatedAt => ("b.number", "bigint"),
        BotSort.Name => ("lower(b.name)", "text"),
        BotSort.Equity => ("coalesce(f.equity, 0)", "numeric"),
        BotSort.Profit => ("coalesce(f.net_profit, 0) + coalesce(f.unrealised, 0)", "numeric"),
        BotSort.Drawdown => ("coalesce(f.drawdown, 0)", "double precision"),
        BotSort.Status => ("b.status", "text"),
        BotSort.Trades => ("coalesce(f.trades, 0)", "bigint"),
        _ => throw new UnreachableException(string.Create(CultureInfo.InvariantCulture, $"{(int)sort} is no order of bots.")),
    };

    private static BotRow Read(NpgsqlDataReader row) => new(
        new BotDefinition(new BotId(row.GetGuid(0)), new TenantId(row.GetGuid(1)), row.GetInt64(2), row.Instant(3)),
        row.GetString(4),
        row.GetString(5),
        row.Choice<BotStatus>(6),
        row.GetString(7),
        row.InstantOrNull(8),
        row.GetBoolean(9)
            ? new BotFigures(
                row.InstantOrNull(10), row.NumberOrNull(11), row.NumberOrNull(12), row.NumberOrNull(13), row.StatisticOrNull(14),
                row.GetInt64(15), row.GetInt64(16), row.GetDecimal(17))
            : null);
}
