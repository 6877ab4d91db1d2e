using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Ledger.Queries;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;

namespace BotCluster.Api.Bots;

/// <summary>Which bots somebody wants to see, as they spelled it.</summary>
internal sealed record BotWish(BotStatus? Status, string? Mode, string? Symbol, string? Search, string? Sort);

/// <summary>Pages of bots: found, sorted and limited by the ledger, shown as they stand now.</summary>
internal sealed class BotList(BotQueries bots, BotDesk desk, Cursors cursors)
{
    private const int LongestSearch = 100;

    public async Task<Attempt<Http.Page<BotSummary>>> ReadAsync(
        TenantScope scope, BotWish wish, (int Limit, string? Cursor) page, CancellationToken cancellationToken)
    {
        // A cursor of another filter or order would lead nowhere sensible, so it belongs to this wish alone.
        var list = $"bots:{wish}";
        if (Filter(wish).IsRefused(out var filter, out var refusal)
            || !cursors.TryOpen(list, page.Cursor, out var place, out refusal))
        {
            return refusal;
        }

        var rows = await bots.ListAsync(scope, filter, new PageRequest(page.Limit, place), cancellationToken);
        var summaries = await desk.SummariesAsync(scope, rows.Items, cancellationToken);
        return new Http.Page<BotSummary>(summaries, rows.Next is { } next ? cursors.Seal(list, next) : null);
    }

    private static Attempt<BotFilter> Filter(BotWish wish)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (wish.Mode is { } mode && DecisionModes.Find(mode) is null)
        {
            errors["mode"] = [$"is not known; allowed: {string.Join(", ", DecisionModes.All.Select(kind => kind.Kind))}"];
        }

        Symbol? symbol = null;
        if (wish.Symbol is { } text)
        {
            symbol = Symbol.TryParse(text, out var parsed) ? parsed : null;
            if (symbol is null)
            {
                errors["symbol"] = ["is not a symbol: BASE-QUOTE or BASE-QUOTE-PERP, such as BTC-USDT"];
            }
        }

        if (wish.Search is { Length: > LongestSearch })
        {
            errors["search"] = ["has to have at most 100 characters"];
        }

        var (sort, isDescending) = SortOf(wish.Sort);
        if (sort is null)
        {
            var allowed = string.Join(", ", EnumNames.Of(typeof(BotSort)));
            errors["sort"] = [$"is not known; allowed: {allowed}, each also with a minus before it"];
        }

        return errors.Count > 0
            ? Refuse.Invalid(errors)
            : new BotFilter
            {
                Statuses = wish.Status is { } status ? [status] : null,
                Mode = wish.Mode,
                Symbol = symbol,
                Search = wish.Search,
                Sort = sort!.Value,
                Descending = isDescending,
            };
    }

    private static (BotSort? Sort, bool IsDescending) SortOf(string? text)
    {
        if (text is null)
        {
            return (BotSort.CreatedAt, false);
        }

        var isDescending = text.StartsWith('-');
        var name = isDescending ? text[1..] : text;
        var sort = Enum.GetValues<BotSort>().Where(one => EnumNames.Of(one) == name).Select(one => (BotSort?)one).FirstOrDefault();
        return (sort, isDescending);
    }
}
