using System.ComponentModel.DataAnnotations;
using BotCluster.Api.Access;
using BotCluster.Api.Refusals;
using BotCluster.Ledger.Queries;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Bots;

/// <summary>What happened to a bot, newest first.</summary>
internal static class BotHistoryEndpoints
{
    private const int MostPoints = 2000;
    private const int DefaultPoints = 500;

    public static void MapBotHistory(this IEndpointRouteBuilder routes)
    {
        var bot = routes.MapGroup("/bots/{id:guid}").WithTags("Bots");

        bot.MapGet("/orders", Orders).WithName("listOrders");
        bot.MapGet("/fills", Fills).WithName("listFills");
        bot.MapGet("/trades", Trades).WithName("listTrades");
        bot.MapGet("/decisions", Decisions).WithName("listDecisions");
        bot.MapGet("/alerts", Alerts).WithName("listBotAlerts");
        bot.MapGet("/equity", Equity).WithName("botEquity");
        bot.MapGet("/trades.csv", TradesCsv).WithName("tradesCsv");
    }

    private static Task<Results<Ok<Http.Page<Order>>, Refusal>> Orders(
        Guid id, DateTimeOffset? from, DateTimeOffset? to, [Range(1, 500)] int? limit, string? cursor,
        Caller caller, HistoryPages pages, HistoryQueries history, CancellationToken cancellationToken) => pages.ReadAsync(
            new HistoryWish("orders", id, from, to, limit, cursor),
            (range, page) => history.OrdersAsync(caller.Scope, new BotId(id), range, page, cancellationToken),
            (Fact.OrderChanged changed) => Order.Of(changed.Order, changed.At));

    private static Task<Results<Ok<Http.Page<Fill>>, Refusal>> Fills(
        Guid id, DateTimeOffset? from, DateTimeOffset? to, [Range(1, 500)] int? limit, string? cursor,
        Caller caller, HistoryPages pages, HistoryQueries history, CancellationToken cancellationToken) => pages.ReadAsync(
            new HistoryWish("fills", id, from, to, limit, cursor),
            (range, page) => history.FillsAsync(caller.Scope, new BotId(id), range, page, cancellationToken),
            (Fact.OrderFilled filled) => Fill.Of(filled.Trade, filled.Purpose));

    private static Task<Results<Ok<Http.Page<Trade>>, Refusal>> Trades(
        Guid id, DateTimeOffset? from, DateTimeOffset? to, [Range(1, 500)] int? limit, string? cursor,
        Caller caller, HistoryPages pages, HistoryQueries history, CancellationToken cancellationToken) => pages.ReadAsync(
            new HistoryWish("trades", id, from, to, limit, cursor),
            (range, page) => history.TradesAsync(caller.Scope, new BotId(id), range, page, cancellationToken),
            Trade.Of);

    private static Task<Results<Ok<Http.Page<Decision>>, Refusal>> Decisions(
        Guid id, DateTimeOffset? from, DateTimeOffset? to, [Range(1, 500)] int? limit, string? cursor,
        Caller caller, HistoryPages pages, HistoryQueries history, CancellationToken cancellationToken) => pages.ReadAsync(
            new HistoryWish("decisions", id, from, to, limit, cursor),
            (range, page) => history.DecisionsAsync(caller.Scope, new BotId(id), range, page, cancellationToken),
            Decision.Of);

    private static Task<Results<Ok<Http.Page<Alert>>, Refusal>> Alerts(
        Guid id, DateTimeOffset? from, DateTimeOffset? to, [Range(1, 500)] int? limit, string? cursor,
        Caller caller, HistoryPages pages, AlertList alerts, CancellationToken cancellationToken) => pages.ReadAsync(
            new HistoryWish("alerts", id, from, to, limit, cursor),
            (range, page) => alerts.OfBotAsync(caller.Scope, new BotId(id), range, page, cancellationToken),
            Alert.Of);

    private static async Task<Results<Ok<Http.Page<EquityPoint>>, Refusal>> Equity(
        Guid id, DateTimeOffset? from, DateTimeOffset? to, [Range(2, MostPoints)] int? points,
        Caller caller, HistoryQueries history, CancellationToken cancellationToken)
    {
        var curve = await history.EquityAsync(
            caller.Scope, new BotId(id), new TimeRange(from, to), points ?? DefaultPoints, cancellationToken);
        return curve is null ? Refuse.NotFound("bot") : TypedResults.Ok(new Http.Page<EquityPoint>(curve, null));
    }

    private static async Task<Results<TradesFile, Refusal>> TradesCsv(
        Guid id, DateTimeOffset? from, DateTimeOffset? to,
        Caller caller, HistoryQueries history, CancellationToken cancellationToken)
    {
        var source = new TradesSource(history, caller.Scope, new BotId(id), new TimeRange(from, to));
        return await source.ReadAsync(null, cancellationToken) is { } first ? new TradesFile(source, first) : Refuse.NotFound("bot");
    }
}
