using Npgsql;

namespace BotCluster.Ledger.Writing;

/// <summary>Tells what is wrong with a request from what is wrong with the database.</summary>
internal static class Failures
{
    /// <summary>The rows themselves are refused: bad values (22), broken constraints (23), wrong statements (42).</summary>
    public static bool IsContent(PostgresException failure) =>
        failure.SqlState.StartsWith("22", StringComparison.Ordinal)
        || failure.SqlState.StartsWith("23", StringComparison.Ordinal)
        || failure.SqlState.StartsWith("42", StringComparison.Ordinal);

    /// <summary>The database is away, restarting, or out of some resource; asking again later may help.</summary>
    public static bool IsAbsence(NpgsqlException failure) => failure is not PostgresException answer || !IsContent(answer);
}
