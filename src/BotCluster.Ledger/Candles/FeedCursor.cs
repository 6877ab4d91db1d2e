using BotCluster.Trading.Ports;
using Npgsql;

namespace BotCluster.Ledger.Candles;

/// <summary>How far one feed has come, kept in PostgreSQL.</summary>
public sealed class FeedCursor(NpgsqlDataSource source, string feed) : IFeedCursor
{
    public async ValueTask<DateTimeOffset?> LoadAsync(CancellationToken cancellationToken)
    {
        await using var command = new Query("select at from feed_cursors").Where("feed = ?", feed).On(source);
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime at ? new DateTimeOffset(at) : null;
    }

    public async ValueTask SaveAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            "insert into feed_cursors (feed, at) values ($1, $2) on conflict (feed) do update set at = excluded.at");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = feed });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = at.ToUniversalTime() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
