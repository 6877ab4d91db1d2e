using BotCluster.Trading.Accounts;
using BotCluster.Trading.Ports;
using BookingColumns = BotCluster.Ledger.Writing.Columns<BotCluster.Trading.Ports.CashBooking>;
using DecisionColumns = BotCluster.Ledger.Writing.Columns<BotCluster.Trading.Ports.DecisionRecord>;
using EquityColumns = BotCluster.Ledger.Writing.Columns<BotCluster.Trading.Ports.EquityPoint>;
using AlertColumns = BotCluster.Ledger.Writing.Columns<BotCluster.Trading.Ports.BotAlert>;
using FillColumns = BotCluster.Ledger.Writing.Columns<BotCluster.Trading.Ports.Fact.OrderFilled>;
using OrderColumns = BotCluster.Ledger.Writing.Columns<BotCluster.Trading.Ports.Fact.OrderChanged>;
using TradeColumns = BotCluster.Ledger.Writing.Columns<BotCluster.Trading.Accounts.ClosedTrade>;

namespace BotCluster.Ledger.Writing;

/// <summary>Every table of facts. A repeat finds its row there already and changes nothing.</summary>
internal static class FactTables
{
    public static FactTable<Fact.OrderChanged> Orders { get; } = new(
        """
        insert into orders ({columns}) select * from {rows}
        on conflict (tenant_id, bot_id, order_id) do update
        set status = excluded.status, filled = excluded.filled, note = excluded.note, changed_at = excluded.changed_at
        where orders.changed_at <= excluded.changed_at
        """,
        OrderColumns.Tenant,
        OrderColumns.Bot,
        OrderColumns.Text("order_id", fact => fact.Order.Id.ToString()),
        OrderColumns.Text("symbol", fact => fact.Order.Intent.Symbol.ToString()),
        OrderColumns.Text("side", fact => fact.Order.Intent.Side.ToString()),
        OrderColumns.Text("direction", fact => fact.Order.Intent.Direction.ToString()),
        OrderColumns.Text("purpose", fact => fact.Order.Intent.Purpose.ToString()),
        OrderColumns.Text("type", fact => fact.Order.Intent.Type.ToString()),
        OrderColumns.Text("time_in_force", fact => fact.Order.Intent.TimeInForce.ToString()),
        OrderColumns.Number("quantity", fact => fact.Order.Intent.Quantity.Value),
        OrderColumns.Number("filled", fact => fact.Order.Filled.Value),
        OrderColumns.Number("limit_price", fact => fact.Order.Intent.LimitPrice?.Value),
        OrderColumns.Number("stop_price", fact => fact.Order.Intent.StopPrice?.Value),
        OrderColumns.Number("leverage", fact => fact.Order.Intent.Leverage),
        OrderColumns.Number("protective_stop", fact => fact.Order.Intent.ProtectiveStop?.Value),
        OrderColumns.Number("target", fact => fact.Order.Intent.Target?.Value),
        OrderColumns.Statistic("confidence", fact => fact.Order.Intent.Confidence),
        OrderColumns.Text("reason", fact => fact.Order.Intent.Reason),
        OrderColumns.Text("status", fact => fact.Order.Status.ToString()),
        OrderColumns.Text("note", fact => fact.Order.Note),
        OrderColumns.Instant("recorded_at", fact => fact.Order.RecordedAt),
        OrderColumns.Instant("expires_at", fact => fact.Order.ExpiresAt),
        OrderColumns.Instant("changed_at", fact => fact.At));

    public static FactTable<Fact.OrderFilled> Fills { get; } = new(
        "insert into fills ({columns}) select * from {rows} on conflict do nothing",
        FillColumns.Tenant,
        FillColumns.Bot,
        FillColumns.Text("order_id", fact => fact.Trade.OrderId.ToString()),
        FillColumns.Text("trade_id", fact => fact.Trade.TradeId),
        FillColumns.Text("symbol", fact => fact.Trade.Symbol.ToString()),
        FillColumns.Text("side", fact => fact.Trade.Side.ToString()),
        FillColumns.Text("purpose", fact => fact.Purpose.ToString()),
        FillColumns.Number("price", fact => fact.Trade.Price.Value),
        FillColumns.Number("quantity", fact => fact.Trade.Quantity.Value),
        FillColumns.Number("fee", fact => fact.Trade.Fee.Amount),
        FillColumns.Text("fee_asset", fact => fact.Trade.Fee.Asset.ToString()),
        FillColumns.Text("liquidity", fact => fact.Trade.Liquidity.ToString()),
        FillColumns.Instant("at", fact => fact.Trade.At));

    // The bot's sums move only with round trips that were not there yet.
    public static FactTable<ClosedTrade> Trades { get; } = new(
        """
        with added as (
            insert into trades ({columns}) select * from {rows} on conflict do nothing
            returning tenant_id, bot_id, gross_profit - fees - funding as net_profit
        )
        insert into bot_figures (bot_id, tenant_id, trades, wins, net_profit)
        select bot_id, tenant_id, count(*), count(*) filter (where net_profit > 0), sum(net_profit)
        from added group by bot_id, tenant_id
        on conflict (bot_id) do update set
            trades = bot_figures.trades + excluded.trades,
            wins = bot_figures.wins + excluded.wins,
            net_profit = bot_figures.net_profit + excluded.net_profit
        """,
        TradeColumns.Tenant,
        TradeColumns.Bot,
        TradeColumns.Count("number", trade => trade.Number),
        TradeColumns.Text("symbol", trade => trade.Symbol.ToString()),
        TradeColumns.Text("direction", trade => trade.Direction.ToString()),
        TradeColumns.Number("quantity", trade => trade.Quantity.Value),
        TradeColumns.Number("entry_price", trade => trade.EntryPrice),
        TradeColumns.Number("exit_price", trade => trade.ExitPrice),
        TradeColumns.Instant("opened_at", trade => trade.OpenedAt),
        TradeColumns.Instant("closed_at", trade => trade.ClosedAt),
        TradeColumns.Number("gross_profit", trade => trade.GrossProfit),
        TradeColumns.Number("fees", trade => trade.Fees),
        TradeColumns.Number("funding", trade => trade.Funding),
        TradeColumns.Number("margin", trade => trade.Margin),
        TradeColumns.Text("exit_reason", trade => trade.ExitReason));

    public static FactTable<EquityPoint> Equity { get; } = new(
        "insert into equity_snapshots ({columns}) select * from {rows} on conflict do nothing", EquityRow);

    /// <summary>Takes one point a bot, its latest, and moves its client's sum by the difference.</summary>
    public static FactTable<EquityPoint> LatestEquity { get; } = new(
        """
        with given as (
            select * from {rows}
        ), written as (
            insert into bot_figures ({columns}) select {columns} from given
            on conflict (bot_id) do update set
                at = excluded.at, equity = excluded.equity, cash = excluded.cash,
                unrealised = excluded.unrealised, drawdown = excluded.drawdown
            where bot_figures.at is null or bot_figures.at <= excluded.at
            returning tenant_id, bot_id, at, equity
        ), changed as (
            -- bot_figures still reads here as it was before this statement.
            select w.tenant_id, max(date_bin('15 minutes', w.at, timestamptz 'epoch')) as at,
                   sum(w.equity - coalesce(b.equity, 0)) as difference
            from written w left join bot_figures b on b.bot_id = w.bot_id
            group by w.tenant_id
        )
        insert into tenant_equity (tenant_id, at, equity)
        select c.tenant_id, greatest(c.at, last.at), coalesce(last.equity, 0) + c.difference
        from changed c left join lateral (
            select at, equity from tenant_equity t where t.tenant_id = c.tenant_id order by at desc limit 1
        ) last on true
        on conflict (tenant_id, at) do update set equity = excluded.equity
        """,
        EquityRow);

    public static FactTable<DecisionRecord> Decisions { get; } = new(
        "insert into decisions ({columns}) select * from {rows} on conflict do nothing",
        DecisionColumns.Tenant,
        DecisionColumns.Bot,
        DecisionColumns.Instant("at", decision => decision.At),
        DecisionColumns.Count("number", decision => decision.Number),
        DecisionColumns.Text("symbol", decision => decision.Symbol.ToString()),
        DecisionColumns.Text("action", decision => decision.Action.ToString()),
        DecisionColumns.Text("direction", decision => decision.Direction?.ToString()),
        DecisionColumns.Statistic("confidence", decision => decision.Confidence),
        DecisionColumns.Number("price", decision => decision.Price),
        DecisionColumns.Number("stop", decision => decision.Stop),
        DecisionColumns.Number("target", decision => decision.Target),
        DecisionColumns.Text("reason", decision => decision.Reason),
        DecisionColumns.Text("verdict", decision => decision.Verdict.ToString()),
        DecisionColumns.Text("verdict_code", decision => decision.VerdictCode),
        DecisionColumns.Text("verdict_text", decision => decision.VerdictText),
        DecisionColumns.Text("order_id", decision => decision.OrderId?.ToString()));

    public static FactTable<BotAlert> Alerts { get; } = new(
        "insert into alerts ({columns}) select * from {rows} on conflict do nothing",
        AlertColumns.Tenant,
        AlertColumns.Bot,
        AlertColumns.Count("number", alert => alert.Number),
        AlertColumns.Instant("at", alert => alert.At),
        AlertColumns.Text("severity", alert => alert.Severity.ToString()),
        AlertColumns.Text("code", alert => alert.Code),
        AlertColumns.Text("text", alert => alert.Text));

    public static FactTable<CashBooking> Bookings { get; } = new(
        "insert into cash_bookings ({columns}) select * from {rows} on conflict do nothing",
        BookingColumns.Tenant,
        BookingColumns.Bot,
        BookingColumns.Count("number", booking => booking.Number),
        BookingColumns.Instant("at", booking => booking.At),
        BookingColumns.Text("kind", booking => booking.Kind.ToString()),
        BookingColumns.Text("symbol", booking => booking.Symbol?.ToString()),
        BookingColumns.Number("amount", booking => booking.Amount));

    private static Column<EquityPoint>[] EquityRow =>
    [
        EquityColumns.Tenant,
        EquityColumns.Bot,
        EquityColumns.Instant("at", point => point.At),
        EquityColumns.Number("equity", point => point.Equity),
        EquityColumns.Number("cash", point => point.Cash),
        EquityColumns.Number("unrealised", point => point.Unrealised),
        EquityColumns.Statistic("drawdown", point => point.Drawdown),
    ];
}
