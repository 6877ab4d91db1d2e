using System.Globalization;
using BotCluster.Ledger.Server;
using Npgsql;

namespace BotCluster.Ledger.Backups;

/// <summary>PostgreSQL's own client programs against one server.</summary>
/// <param name="Directory">Where they are.</param>
/// <param name="ConnectionString">How to reach the server. Handed over by environment, since anybody can read arguments.</param>
public sealed record PostgresPrograms(string Directory, string ConnectionString)
{
    /// <summary>The newest programs installed here, for a server that is not ours.</summary>
    public static async Task<PostgresPrograms> FindAsync(string connectionString, CancellationToken cancellationToken) =>
        new((await PostgresBinaries.FindAsync(directories: null, clusterMajor: null, cancellationToken)).Directory, connectionString);

    public static PostgresPrograms Of(PrivateServer server) => new(server.Programs, server.ConnectionString);

    internal PostgresPrograms On(string database) => this with
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database, Pooling = false }.ConnectionString,
    };

    /// <summary>Runs one of them to its end; its own message is the reason where it fails.</summary>
    internal async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Directory, program);
        if (!File.Exists(path))
        {
            throw new BackupRefusedException(
                $"{path} is missing. It comes with PostgreSQL's client programs: `apt-get install postgresql-client` (Debian, Ubuntu).");
        }

        var answer = await Tool.RunAsync(path, arguments, Environment(), cancellationToken);
        return answer.Succeeded ? answer.Output : throw new BackupRefusedException($"{program} failed: {answer.Output}");
    }

    private Dictionary<string, string> Environment()
    {
        var given = new NpgsqlConnectionStringBuilder(ConnectionString);
        var environment = new Dictionary<string, string>
        {
            ["PGHOST"] = given.Host ?? "localhost",
            ["PGPORT"] = given.Port.ToString(CultureInfo.InvariantCulture),
            ["PGDATABASE"] = given.Database ?? given.Username ?? "",
            ["PGUSER"] = given.Username ?? "",
            ["PGSSLMODE"] = given.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var mode => mode.ToString().ToLowerInvariant(),
            },
        };
        if (given.Password is { } password)
        {
            environment["PGPASSWORD"] = password;
        }

        return environment;
    }
}
