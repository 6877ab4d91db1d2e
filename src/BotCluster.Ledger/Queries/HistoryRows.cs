using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;
using BotCluster.Trading.Venues;
using Npgsql;

namespace BotCluster.Ledger.Queries;

/// <summary>The columns of each table of facts, and how a row becomes the fact again.</summary>
internal static class HistoryRows
{
    public const string Orders = """
        select order_id, symbol, side, direction, purpose, type, time_in_force, quantity, filled, limit_price, stop_price,
               leverage, protective_stop, target, confidence, reason, status, note, recorded_at, expires_at, changed_at
        from orders
        """;

    public const string Fills =
        "select order_id, trade_id, symbol, side, price, quantity, fee, fee_asset, at, liquidity, purpose from fills";

    public const string Trades = """
        select number, symbol, direction, quantity, entry_price, exit_price, opened_at, closed_at,
               gross_profit, fees, funding, margin, exit_reason
        from trades
        """;

    public const string Decisions = """
        select number, at, symbol, action, direction, confidence, price, stop, target, reason,
               verdict, verdict_code, verdict_text, order_id
        from decisions
        """;

    public const string Bookings = "select number, at, kind, symbol, amount from cash_bookings";

    // The stretches divide the time that the bot has points in, not the time that was asked for.
    public const string Equity = """
        with chosen as (
            select at, equity, cash, unrealised, drawdown from equity_snapshots
            where tenant_id = $1 and bot_id = $2 and at >= $3 and at < $4
        ), span as (
            select extract(epoch from min(at)) as first, extract(epoch from max(at)) as last from chosen
        )
        select distinct on (stretch) at, equity, cash, unrealised, drawdown
        from (
            select chosen.*, case when last > first
                then least(floor((extract(epoch from at) - first) * $5 / (last - first)), $5 - 1) else 0 end as stretch
            from chosen, span
        ) stretched
        order by stretch, at desc
        """;

    public static readonly DateTimeOffset EndOfTime = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Fact.OrderChanged Order(NpgsqlDataReader row) => new(
        new BotOrder
        {
            Id = IdOf(row.GetString(0)),
            Intent = Intent(row),
            Filled = new Quantity(row.GetDecimal(8)),
            Status = row.Choice<OrderStatus>(16),
            Note = row.TextOrNull(17),
            RecordedAt = row.Instant(18),
            ExpiresAt = row.Instant(19),
        },
        row.Instant(20));

    public static Fact.OrderFilled Fill(NpgsqlDataReader row) => new(
        new VenueTrade(
            IdOf(row.GetString(0)),
            row.GetString(1),
            Symbol.Parse(row.GetString(2)),
            row.Choice<Side>(3),
            new Price(row.GetDecimal(4)),
            new Quantity(row.GetDecimal(5)),
            new Money(row.GetDecimal(6), new Asset(row.GetString(7))),
            row.Instant(8),
            row.Choice<Liquidity>(9)),
        row.Choice<OrderPurpose>(10));

    public static ClosedTrade Trade(NpgsqlDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Symbol = Symbol.Parse(row.GetString(1)),
        Direction = row.Choice<Direction>(2),
        Quantity = new Quantity(row.GetDecimal(3)),
        EntryPrice = row.GetDecimal(4),
        ExitPrice = row.GetDecimal(5),
        OpenedAt = row.Instant(6),
        ClosedAt = row.Instant(7),
        GrossProfit = row.GetDecimal(8),
        Fees = row.GetDecimal(9),
        Funding = row.GetDecimal(10),
        Margin = row.GetDecimal(11),
        ExitReason = row.GetString(12),
    };

    public static DecisionRecord Decision(NpgsqlDataReader row) => new()
    {
        Number = row.GetInt64(0),
        At = row.Instant(1),
        Symbol = Symbol.Parse(row.GetString(2)),
        Action = row.Choice<DecisionAction>(3),
        Direction = row.ChoiceOrNull<Direction>(4),
        Confidence = row.StatisticOrNull(5),
        Price = row.NumberOrNull(6),
        Stop = row.NumberOrNull(7),
        Target = row.NumberOrNull(8),
        Reason = row.GetString(9),
        Verdict = row.Choice<DecisionVerdict>(10),
        VerdictCode = row.TextOrNull(11),
        VerdictText = row.TextOrNull(12),
        OrderId = row.TextOrNull(13) is { } id ? IdOf(id) : null,
    };

    public static CashBooking Booking(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.Instant(1),
        row.Choice<CashBookingKind>(2),
        row.TextOrNull(3) is { } symbol ? Symbol.Parse(symbol) : null,
        row.GetDecimal(4));

    public static EquityPoint Point(NpgsqlDataReader row) =>
        new(row.Instant(0), row.GetDecimal(1), row.GetDecimal(2), row.GetDecimal(3), row.GetDouble(4));

    private static OrderIntent Intent(NpgsqlDataReader row) => new()
    {
        Symbol = Symbol.Parse(row.GetString(1)),
        Side = row.Choice<Side>(2),
        Direction = row.Choice<Direction>(3),
        Purpose = row.Choice<OrderPurpose>(4),
        Type = row.Choice<OrderType>(5),
        TimeInForce = row.Choice<TimeInForce>(6),
        Quantity = new Quantity(row.GetDecimal(7)),
        LimitPrice = PriceOrNull(row, 9),
        StopPrice = PriceOrNull(row, 10),
        Leverage = row.GetDecimal(11),
        ProtectiveStop = PriceOrNull(row, 12),
        Target = PriceOrNull(row, 13),
        Confidence = row.GetDouble(14),
        Reason = row.GetString(15),
    };

    private static Price? PriceOrNull(NpgsqlDataReader row, int column) =>
        row.NumberOrNull(column) is { } value ? new Price(value) : null;

    private static ClientOrderId IdOf(string text) => ClientOrderId.TryParse(text, out var id)
        ? id
        : throw new InvalidOperationException($"'{text}' in the ledger is not one of our order ids.");
}
