using Npgsql;

namespace BotCluster.Ledger;

/// <summary>Opens the one pool of database connections that a process has.</summary>
public static class LedgerDataSource
{
    public const int MostConnections = 20;

    /// <summary>What metrics and logs call the pool; without it they would show the connection string.</summary>
    public const string Name = "ledger";

    public static NpgsqlDataSource Open(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var builder = new NpgsqlDataSourceBuilder
        {
            Name = Name,
            ConnectionStringBuilder =
            {
                ConnectionString = connectionString,
                ApplicationName = given.ApplicationName ?? "botcluster",
                MaxPoolSize = Math.Min(given.MaxPoolSize, MostConnections),
                Timeout = Math.Min(given.Timeout, 5),
                PersistSecurityInfo = false,
                // The same few statements over and over: each is parsed and planned once a connection.
                MaxAutoPrepare = 100,
                AutoPrepareMinUsages = 2,
                // Nothing here leaves settings, temporary tables or locks on a connection.
                NoResetOnClose = true,
            },
        };
        return builder.Build();
    }
}
