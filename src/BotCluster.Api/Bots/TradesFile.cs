using System.Globalization;
using System.Text;
using BotCluster.Api.Http;
using BotCluster.Ledger.Queries;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;

namespace BotCluster.Api.Bots;

/// <summary>A bot's round trips, page by page, for a file.</summary>
internal sealed record TradesSource(HistoryQueries History, TenantScope Scope, BotId Bot, TimeRange Range)
{
    private const int PageSize = 500;

    public Task<Ledger.Queries.Page<ClosedTrade>?> ReadAsync(string? after, CancellationToken cancellationToken) =>
        History.TradesAsync(Scope, Bot, Range, new PageRequest(PageSize, after), cancellationToken);
}

/// <summary>A bot's round trips as CSV, written while they are read, so that no number of them fills the memory.</summary>
internal sealed class TradesFile(TradesSource source, Ledger.Queries.Page<ClosedTrade> first) : IResult
{
    private const string Columns =
        "number,symbol,direction,quantity,entryPrice,exitPrice,openedAt,closedAt,grossProfit,fees,funding,netProfit,margin,exitReason";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"trades-{source.Bot}.csv\"";
        await response.WriteAsync(Columns + "\r\n", httpContext.RequestAborted);
        for (var page = first; page is not null;)
        {
            await response.WriteAsync(string.Concat(page.Items.Select(Line)), httpContext.RequestAborted);
            page = page.Next is { } next ? await source.ReadAsync(next, httpContext.RequestAborted) : null;
        }
    }

    private static string Line(ClosedTrade trade) => new StringBuilder()
        .AppendJoin(',', Fields(trade)).Append("\r\n").ToString();

    private static string[] Fields(ClosedTrade trade) =>
    [
        trade.Number.ToString(CultureInfo.InvariantCulture),
        trade.Symbol.ToString(),
        EnumNames.Of(trade.Direction),
        Number(trade.Quantity.Value),
        Number(trade.EntryPrice),
        Number(trade.ExitPrice),
        Instants.Text(trade.OpenedAt),
        Instants.Text(trade.ClosedAt),
        Number(trade.GrossProfit),
        Number(trade.Fees),
        Number(trade.Funding),
        Number(trade.NetProfit),
        Number(trade.Margin),
        Text(trade.ExitReason),
    ];

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    // A spreadsheet runs what begins like a formula, so that is made plain text.
    internal static string Text(string value)
    {
        var plain = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value;
        return plain.AsSpan().IndexOfAny("\",\r\n") < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
