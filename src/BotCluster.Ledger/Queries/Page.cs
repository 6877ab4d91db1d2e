namespace BotCluster.Ledger.Queries;

/// <summary>One page of a list.</summary>
/// <param name="Items">In the list's order.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which page of a list.</summary>
/// <param name="Limit">The most items on it.</param>
/// <param name="After">The place that the page before named; null for the first page.</param>
public sealed record PageRequest(int Limit, string? After = null);

/// <summary>From when on and until when (exclusive); null: no bound.</summary>
public sealed record TimeRange(DateTimeOffset? From = null, DateTimeOffset? Until = null)
{
    internal Query Limit(Query query, string column)
    {
        if (From is { } from)
        {
            query.Where($"{column} >= ?", from.ToUniversalTime());
        }

        if (Until is { } until)
        {
            query.Where($"{column} < ?", until.ToUniversalTime());
        }

        return query;
    }
}

/// <summary>Makes pages: one row more than asked for tells whether there is a next one.</summary>
internal static class Paging
{
    public static async Task<Page<T>> PageAsync<T>(
        this Query query, Npgsql.NpgsqlDataSource source, int limit, Func<Npgsql.NpgsqlDataReader, T> read, Func<T, string> place,
        CancellationToken cancellationToken)
    {
        await using var command = query.Limit(limit + 1).On(source);
        var rows = await Rows.ListAsync(command, read, cancellationToken);
        return rows.Count <= limit
            ? new Page<T>(rows, Next: null)
            : new Page<T>([.. rows.Take(limit)], place(rows[limit - 1]));
    }
}
