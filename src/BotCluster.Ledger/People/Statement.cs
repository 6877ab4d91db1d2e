using Dapper;
using Npgsql;

namespace BotCluster.Ledger.People;

/// <summary>A statement with its arguments, as the stores hand it to the database.</summary>
internal static class Statement
{
    public static CommandDefinition Of(
        string sql, object? arguments, CancellationToken cancellationToken, NpgsqlTransaction? transaction = null) =>
        new(sql, arguments, transaction, cancellationToken: cancellationToken);

    public static async Task<int> RunAsync(
        this NpgsqlDataSource source, string sql, object? arguments, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(Of(sql, arguments, cancellationToken));
    }

    public static async Task<T?> OneAsync<T>(
        this NpgsqlDataSource source, string sql, object? arguments, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<T>(Of(sql, arguments, cancellationToken));
    }

    public static async Task<IReadOnlyList<T>> AllAsync<T>(
        this NpgsqlDataSource source, string sql, object? arguments, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<T>(Of(sql, arguments, cancellationToken))];
    }

    /// <summary>An instant as PostgreSQL keeps it: UTC.</summary>
    public static DateTimeOffset Instant(DateTime value) => new(DateTime.SpecifyKind(value, DateTimeKind.Utc));

    public static DateTimeOffset? Instant(DateTime? value) => value is { } known ? Instant(known) : null;
}
