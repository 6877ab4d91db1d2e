using Dapper;
using Npgsql;

namespace BotCluster.Standalone.Check;

/// <summary>Reads the ledger for a check, all in one snapshot: bots may trade on meanwhile.</summary>
internal sealed class LedgerReader(NpgsqlConnection connection, NpgsqlTransaction snapshot)
{
    public Task<IEnumerable<BotRow>> BotsAsync() => AllAsync<BotRow>(
        """
        select b.id, b.tenant_id, b.number, b.name, t.name as client, b.status, s.version, s.epoch, s.payload
        from bots b join tenants t on t.id = b.tenant_id left join bot_states s on s.bot_id = b.id
        order by b.number
        """);

    public async Task<string?> InstallationAsync() =>
        (await AllAsync<string>("select id from installation")).FirstOrDefault();

    public async Task<BotHistory> HistoryAsync(BotRow bot)
    {
        var key = new { tenant = bot.Tenant_Id, bot = bot.Id };
        return new BotHistory(
            [.. await AllAsync<OrderRow>(
                """
                select order_id, symbol, side, direction, purpose, quantity, filled, leverage, status
                from orders where tenant_id = @tenant and bot_id = @bot order by order_id
                """,
                key)],

            // The paper venue counts a bot's trades, which is the order in which they were booked.
            [.. await AllAsync<FillRow>(
                """
                select order_id, trade_id, symbol, side, price, quantity, fee, fee_asset, liquidity, at
                from fills where tenant_id = @tenant and bot_id = @bot
                order by case when trade_id ~ '^[0-9]{1,18}$' then trade_id::bigint end nulls last, at, trade_id
                """,
                key)],
            [.. await AllAsync<BookingRow>(
                "select number, kind, symbol, amount from cash_bookings where tenant_id = @tenant and bot_id = @bot order by number",
                key)],
            [.. await AllAsync<TradeRow>(
                """
                select number, symbol, quantity, entry_price, exit_price, gross_profit, fees, funding
                from trades where tenant_id = @tenant and bot_id = @bot order by number
                """,
                key)]);
    }

    /// <summary>Ids that stand for two orders; there must be none in the whole installation.</summary>
    public Task<IEnumerable<string>> DoubledOrdersAsync() =>
        AllAsync<string>("select order_id from orders group by order_id having count(*) > 1 order by order_id");

    /// <summary>Facts of bots that are not there.</summary>
    public Task<IEnumerable<string>> OrphansAsync() => AllAsync<string>(
        """
        select 'order ' || order_id from orders o where not exists (select from bots b where b.id = o.bot_id and b.tenant_id = o.tenant_id)
        union all
        select 'fill ' || order_id || '/' || trade_id from fills f
        where not exists (select from bots b where b.id = f.bot_id and b.tenant_id = f.tenant_id)
        """);

    private Task<IEnumerable<T>> AllAsync<T>(string sql, object? arguments = null) => connection.QueryAsync<T>(sql, arguments, snapshot);
}
