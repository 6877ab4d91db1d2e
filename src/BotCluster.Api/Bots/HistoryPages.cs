using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Ledger.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Bots;

/// <summary>Which part of a bot's history somebody wants to see.</summary>
internal sealed record HistoryWish(string List, Guid Bot, DateTimeOffset? From, DateTimeOffset? To, int? Limit, string? Cursor);

/// <summary>Pages of a bot's history, each list with cursors of its own.</summary>
internal sealed class HistoryPages(Cursors cursors)
{
    public async Task<Results<Ok<Http.Page<TShown>>, Refusal>> ReadAsync<T, TShown>(
        HistoryWish wish, Func<TimeRange, PageRequest, Task<Ledger.Queries.Page<T>?>> read, Func<T, TShown> show)
    {
        var list = $"{wish.List}:{wish.Bot}";
        if (!cursors.TryOpen(list, wish.Cursor, out var place, out var refusal))
        {
            return refusal;
        }

        var page = await read(
            new TimeRange(wish.From, wish.To), new PageRequest(wish.Limit ?? Http.Page<TShown>.DefaultLimit, place));
        return page is null
            ? Refuse.NotFound("bot")
            : TypedResults.Ok(new Http.Page<TShown>(
                [.. page.Items.Select(show)], page.Next is { } next ? cursors.Seal(list, next) : null));
    }
}
