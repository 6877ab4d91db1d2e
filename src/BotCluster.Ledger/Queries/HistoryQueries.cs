using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Npgsql;

namespace BotCluster.Ledger.Queries;

/// <summary>What happened to one bot, newest first. Null answers: there is no such bot in the scope.</summary>
public sealed class HistoryQueries(NpgsqlDataSource source)
{
    public async Task<Page<Fact.OrderChanged>?> OrdersAsync(
        TenantScope scope, BotId bot, TimeRange range, PageRequest page, CancellationToken cancellationToken)
    {
        if (await OfAsync(scope, bot, HistoryRows.Orders, cancellationToken) is not { } query)
        {
            return null;
        }

        range.Limit(query, "recorded_at");
        if (page.After is { } after)
        {
            var (at, id) = Place.Instant(after);
            query.Where("(recorded_at, order_id) < (?, ?)", at, id);
        }

        return await query.End("order by recorded_at desc, order_id desc").PageAsync(
            source, page.Limit, HistoryRows.Order, fact => Place.Of(fact.Order.RecordedAt, fact.Order.Id.ToString()), cancellationToken);
    }

    public async Task<Page<Fact.OrderFilled>?> FillsAsync(
        TenantScope scope, BotId bot, TimeRange range, PageRequest page, CancellationToken cancellationToken)
    {
        if (await OfAsync(scope, bot, HistoryRows.Fills, cancellationToken) is not { } query)
        {
            return null;
        }

        range.Limit(query, "at");
        if (page.After is { } after)
        {
            var (at, ids) = Place.Instant(after);
            var (order, trade) = Place.Split(ids);
            query.Where("(at, order_id, trade_id) < (?, ?, ?)", at, order, trade);
        }

        return await query.End("order by at desc, order_id desc, trade_id desc").PageAsync(
            source, page.Limit, HistoryRows.Fill,
            fact => Place.Of(fact.Trade.At, $"{fact.Trade.OrderId}|{fact.Trade.TradeId}"), cancellationToken);
    }

    /// <summary>Round trips; the range is that of their ends.</summary>
    public async Task<Page<ClosedTrade>?> TradesAsync(
        TenantScope scope, BotId bot, TimeRange range, PageRequest page, CancellationToken cancellationToken)
    {
        if (await OfAsync(scope, bot, HistoryRows.Trades, cancellationToken) is not { } query)
        {
            return null;
        }

        After(range.Limit(query, "closed_at"), page, "number");
        return await query.End("order by number desc").PageAsync(
            source, page.Limit, HistoryRows.Trade, trade => Place.Of(trade.Number), cancellationToken);
    }

    public async Task<Page<DecisionRecord>?> DecisionsAsync(
        TenantScope scope, BotId bot, TimeRange range, PageRequest page, CancellationToken cancellationToken)
    {
        if (await OfAsync(scope, bot, HistoryRows.Decisions, cancellationToken) is not { } query)
        {
            return null;
        }

        range.Limit(query, "at");
        if (page.After is { } after)
        {
            var (at, number) = Place.Instant(after);
            query.Where("(at, number) < (?, ?)", at, Place.Number(number));
        }

        return await query.End("order by at desc, number desc").PageAsync(
            source, page.Limit, HistoryRows.Decision, decision => Place.Of(decision.At, Place.Of(decision.Number)), cancellationToken);
    }

    public async Task<Page<CashBooking>?> BookingsAsync(
        TenantScope scope, BotId bot, TimeRange range, PageRequest page, CancellationToken cancellationToken)
    {
        if (await OfAsync(scope, bot, HistoryRows.Bookings, cancellationToken) is not { } query)
        {
            return null;
        }

        After(range.Limit(query, "at"), page, "number");
        return await query.End("order by number desc").PageAsync(
            source, page.Limit, HistoryRows.Booking, booking => Place.Of(booking.Number), cancellationToken);
    }

    /// <summary>What the bot was worth, oldest first: of each of <paramref name="points"/> equal stretches of time the last point.</summary>
    public async Task<IReadOnlyList<EquityPoint>?> EquityAsync(
        TenantScope scope, BotId bot, TimeRange range, int points, CancellationToken cancellationToken)
    {
        if (await TenantOfAsync(scope, bot, cancellationToken) is not { } tenant)
        {
            return null;
        }

        await using var command = source.CreateCommand(HistoryRows.Equity);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = tenant });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = bot.Value });
        var from = range.From?.ToUniversalTime() ?? DateTimeOffset.UnixEpoch;
        var until = range.Until?.ToUniversalTime() ?? HistoryRows.EndOfTime;
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = from });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = until });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = points });
        return await Rows.ListAsync(command, HistoryRows.Point, cancellationToken);
    }

    private static void After(Query query, PageRequest page, string column)
    {
        if (page.After is { } after)
        {
            query.Where($"{column} < ?", Place.Number(after));
        }
    }

    // The client comes from the bot, so that every index, all of which start with it, can be used.
    private async Task<Query?> OfAsync(TenantScope scope, BotId bot, string select, CancellationToken cancellationToken) =>
        await TenantOfAsync(scope, bot, cancellationToken) is { } tenant
            ? new Query(select).Where("tenant_id = ?", tenant).Where("bot_id = ?", bot.Value)
            : null;

    private async Task<Guid?> TenantOfAsync(TenantScope scope, BotId bot, CancellationToken cancellationToken)
    {
        await using var command = scope
            .Limit(new Query("select tenant_id from bots").Where("id = ?", bot.Value), "tenant_id").On(source);
        return (Guid?)await command.ExecuteScalarAsync(cancellationToken);
    }
}
