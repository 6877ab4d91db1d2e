using Npgsql;

namespace BotCluster.Ledger.Queries;

/// <summary>Sums over the latest figures of all bots in a scope that are not retired.</summary>
/// <param name="Equity">What they are worth together.</param>
/// <param name="Unrealised">Profit of their open positions so far.</param>
/// <param name="NetProfit">What their round trips earned.</param>
/// <param name="Trades">Their round trips.</param>
/// <param name="Wins">Those that earned something.</param>
public sealed record FleetFigures(decimal Equity, decimal Unrealised, decimal NetProfit, long Trades, long Wins);

/// <summary>What all bots were worth together at one instant.</summary>
public sealed record FleetPoint(DateTimeOffset At, decimal Equity);

/// <summary>All bots of a scope together.</summary>
public sealed class FleetQueries(NpgsqlDataSource source)
{
    private const string Curve = """
        , span as (
            select extract(epoch from min(at)) as first, extract(epoch from max(at)) as last from chosen
        ), stretched as (
            select chosen.*, case when last > first
                then least(floor((extract(epoch from at) - first) * ? / (last - first)), ? - 1) else 0 end as stretch
            from chosen, span
        ), stretches as (
            select stretch, max(at) as at from stretched group by stretch
        )
        select s.at, sum(e.equity)
        from stretches s cross join (select distinct tenant_id from chosen) t
        cross join lateral (
            select equity from tenant_equity e where e.tenant_id = t.tenant_id and e.at <= s.at order by e.at desc limit 1
        ) e
        group by s.at order by s.at
        """;

    public async Task<FleetFigures> SumAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        var query = new Query("""
            select coalesce(sum(f.equity), 0), coalesce(sum(f.unrealised), 0), coalesce(sum(f.net_profit), 0),
                   coalesce(sum(f.trades), 0)::bigint, coalesce(sum(f.wins), 0)::bigint
            from bot_figures f join bots b on b.id = f.bot_id
            """).Where("b.status <> 'Retired'");
        await using var command = scope.Limit(query, "f.tenant_id").On(source);
        var sums = await Rows.ListAsync(
            command,
            row => new FleetFigures(row.GetDecimal(0), row.GetDecimal(1), row.GetDecimal(2), row.GetInt64(3), row.GetInt64(4)),
            cancellationToken);
        return sums[0];
    }

    /// <summary>The clients' equity added up, oldest first, in at most <paramref name="points"/> points.</summary>
    public async Task<IReadOnlyList<FleetPoint>> EquityAsync(
        TenantScope scope, TimeRange range, int points, CancellationToken cancellationToken)
    {
        var sums = new Query("with chosen as (select tenant_id, at, equity from tenant_equity");
        var chosen = range.Limit(scope.Limit(sums, "tenant_id"), "at");
        await using var command = chosen.End(")").End(Curve, points, points).On(source);
        return await Rows.ListAsync(command, row => new FleetPoint(row.Instant(0), row.GetDecimal(1)), cancellationToken);
    }
}
