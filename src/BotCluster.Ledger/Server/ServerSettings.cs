using System.Globalization;

namespace BotCluster.Ledger.Server;

/// <summary>The server's configuration files, written anew at every start so that they always fit the program.</summary>
internal static class ServerSettings
{
    public const string User = "botcluster";

    /// <summary>
    /// Nobody but our one user, and that one by password. The socket directory alone (mode 0700) already keeps
    /// other users out; the password keeps out those of them who are the database account too, such as every other
    /// program run as postgres. It lies in a file only the owner of the process can read. `peer` would tie the
    /// role to one system user, and root and postgres both have to get in.
    /// </summary>
    public const string Access = $"local all {User} scram-sha-256\n";

    public static string Configuration(ServerHome home, PrivateServerOptions options)
    {
        var lines = new List<string>
        {
            "listen_addresses = ''",
            $"unix_socket_directories = '{home.Sockets.Replace("'", "''", StringComparison.Ordinal)}'",
            "unix_socket_permissions = 0700",
            "password_encryption = 'scram-sha-256'",
            string.Create(CultureInfo.InvariantCulture, $"max_connections = {options.MaximumConnections}"),
            "cluster_name = 'botcluster'",
            "timezone = 'UTC'",
            "log_timezone = 'UTC'",
            "log_line_prefix = '%m [%p] '",
            "log_min_messages = warning",
            "log_checkpoints = off",
            // Two cores: parallel workers and compiled plans cost more than they bring for queries of milliseconds.
            "max_parallel_workers_per_gather = 0",
            "jit = off",
            "random_page_cost = 1.1",
            "work_mem = '8MB'",
            "idle_in_transaction_session_timeout = '60s'",
            "autovacuum_naptime = '15s'",
            // No replica is fed from this server; backups are dumps.
            "wal_level = minimal",
            "max_wal_senders = 0",
        };
        lines.AddRange(options.Durable ? Durable : Forgetful);
        return string.Join('\n', lines) + "\n";
    }

    // Recycled log files (min_wal_size) keep a commit's slowest percent at 8 ms instead of 50: creating and zeroing a
    // new 16 MB file is what costs. Spread checkpoints and compressed page images keep the log small.
    private static readonly string[] Durable =
    [
        "fsync = on",
        "synchronous_commit = on",
        "full_page_writes = on",
        "shared_buffers = '256MB'",
        "effective_cache_size = '1GB'",
        "maintenance_work_mem = '128MB'",
        "wal_buffers = '16MB'",
        "wal_compression = on",
        "min_wal_size = '512MB'",
        "max_wal_size = '2GB'",
        "checkpoint_timeout = '15min'",
        "checkpoint_completion_target = 0.9",
    ];

    private static readonly string[] Forgetful =
    [
        "fsync = off",
        "full_page_writes = off",
        "shared_buffers = '64MB'",
        "min_wal_size = '64MB'",
        "max_wal_size = '256MB'",
    ];
}
