using Npgsql;

namespace BotCluster.Ledger.Writing;

/// <summary>Sees to it that the months about to be written have their partitions, each with the one after it.</summary>
/// <remarks>
/// Ahead of time, because a month cannot be made while a backup reads; and outside the writer's transaction, because
/// making one locks the table.
/// </remarks>
internal sealed class Months(NpgsqlDataSource source, TimeProvider time)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(30);

    // Until when each month needs no look.
    private readonly Dictionary<DateTimeOffset, DateTimeOffset> _settled = [];

    public async Task EnsureAsync(IEnumerable<DateTimeOffset> months)
    {
        foreach (var month in months)
        {
            if (_settled.TryGetValue(month, out var until) && time.GetUtcNow() < until)
            {
                continue;
            }

            await using var command = source.CreateCommand("""
                select bool_and(ensure_month(t, m))
                from unnest(array['equity_snapshots', 'decisions']::regclass[]) t, unnest($1::timestamptz[]) m
                """);
            command.With(new[] { month, month.AddMonths(1) });
            var isSettled = (bool)(await command.ExecuteScalarAsync())!;
            _settled[month] = isSettled ? DateTimeOffset.MaxValue : time.GetUtcNow() + TryAgain;
        }
    }
}
