using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BotCluster.Ledger.Server;

/// <summary>One cluster on disk and the acts upon it: make, launch, wait for, stop.</summary>
internal sealed class Cluster(
    ServerHome home, ServerAccount account, PostgresBinaries binaries, PrivateServerOptions options, ILogger log)
{
    private const string CannotConnectNow = "57P03";

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Orphans = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Report = TimeSpan.FromSeconds(5);
    // A launched server has written its pid file long before this, or it has given up.
    private static readonly TimeSpan FirstSign = TimeSpan.FromSeconds(3);

    public bool Exists => File.Exists(home.VersionFile);

    public string Programs => binaries.Directory;

    public string Password => File.ReadAllText(home.Password).Trim();

    /// <summary>Makes the cluster beside its place and moves it there whole: a killed attempt leaves no half one.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var half = home.Cluster + ".new";
        var secret = home.Password + ".new";
        if (Directory.Exists(half))
        {
            Directory.Delete(half, recursive: true);
        }

        WriteSecret(home.Password, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        WriteSecret(secret, Password);
        if (account.User is not null)
        {
            await Tool.MustAsync("chown", [account.User, secret], cancellationToken);
        }

        await account.MakePrivateDirectoryAsync(half, cancellationToken);
        List<string> arguments =
        [
            "-D", half, "--encoding=UTF8", "--locale=C", "--data-checksums", "--auth=scram-sha-256",
            $"--username={ServerSettings.User}", $"--pwfile={secret}",
        ];
        if (!options.Durable)
        {
            arguments.Add("--no-sync");
        }

        var answer = await account.RunAsync(binaries.InitDb, arguments, cancellationToken);
        File.Delete(secret);
        if (!answer.Succeeded)
        {
            throw new PrivateServerException($"No database could be made in {home.Root}: {answer.Output}");
        }

        Directory.Move(half, home.Cluster);
    }

    /// <summary>Starts the server on its files and returns when it takes connections.</summary>
    public async Task LaunchAsync(CancellationToken cancellationToken)
    {
        await OutliveOrphansAsync(cancellationToken);
        Postmaster.ForgetStale(home);
        await MakeSocketDirectoryAsync(cancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(home.Cluster, "postgresql.conf"), ServerSettings.Configuration(home, options), cancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(home.Cluster, "pg_hba.conf"), ServerSettings.Access, cancellationToken);
        if (File.Exists(home.Log))
        {
            File.Move(home.Log, home.Log + ".before", overwrite: true);
        }

        // pg_ctl gives the server a session of its own, so a Ctrl-C meant for us does not stop it under our feet.
        var answer = await account.RunAsync(
            binaries.PgCtl, ["start", "-D", home.Cluster, "-l", home.Log, "-W", "-s"], cancellationToken);
        if (!answer.Succeeded)
        {
            throw new PrivateServerException(
                $"PostgreSQL could not be started in {home.Root}: {answer.Output}{LogTail()}");
        }

        await WaitUntilReadyAsync(cancellationToken);
    }

    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        var reported = Report;
        while (true)
        {
            var obstacle = await ObstacleAsync(cancellationToken);
            if (obstacle is null)
            {
                return;
            }

            var limit = obstacle is PostgresException { SqlState: CannotConnectNow }
                ? options.RecoveryLimit
                : options.StartLimit;
            if (waited.Elapsed > limit || (waited.Elapsed > FirstSign && Postmaster.Living(home) is null))
            {
                throw new PrivateServerException(
                    $"PostgreSQL in {home.Root} did not come up: {obstacle.Message}{LogTail()}", obstacle);
            }

            if (waited.Elapsed > reported)
            {
                reported += Report;
                log.LogInformation("Waiting for PostgreSQL since {Elapsed}: {Obstacle}", waited.Elapsed, obstacle.Message);
            }

            await Task.Delay(Glance, cancellationToken);
        }
    }

    public async Task EnsureDatabaseAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres", pooled: false));
        await connection.OpenAsync(cancellationToken);
        var exists = await connection.ExecuteScalarAsync<bool>(
            "select exists (select from pg_database where datname = @Database)", new { options.Database });
        if (!exists)
        {
            using var names = new NpgsqlCommandBuilder();
            await connection.ExecuteAsync($"create database {names.QuoteIdentifier(options.Database)}");
        }
    }

    /// <summary>Ends every connection and stops; a server that hangs is stopped without its last checkpoint.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Postmaster.Living(home) is not null)
        {
            await EndAsync(cancellationToken);
        }

        if (!home.SocketsAreWithin && Directory.Exists(home.Sockets))
        {
            Directory.Delete(home.Sockets, recursive: true);
        }
    }

    public string ConnectionString(string database, bool pooled) => new NpgsqlConnectionStringBuilder
    {
        Host = home.Sockets,
        Username = ServerSettings.User,
        Password = Password,
        Database = database,
        Pooling = pooled,
        Timeout = 5,
    }.ConnectionString;

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        var fast = await StopAsync("fast", options.StopLimit, cancellationToken);
        if (fast.Succeeded || Postmaster.Living(home) is null)
        {
            return;
        }

        log.LogWarning("PostgreSQL did not stop within {Limit}; it is stopped at once and repairs itself next time.", options.StopLimit);
        await StopAsync("immediate", options.StopLimit, cancellationToken);
    }

    private Task<ToolAnswer> StopAsync(string mode, TimeSpan limit, CancellationToken cancellationToken) => account.RunAsync(
        binaries.PgCtl,
        ["stop", "-D", home.Cluster, "-m", mode, "-w", "-s", "-t", ((int)limit.TotalSeconds).ToString(CultureInfo.InvariantCulture)],
        cancellationToken);

    // Children of a killed server end by themselves as soon as they notice; a new one beside them would be refused.
    private async Task OutliveOrphansAsync(CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (Postmaster.AllOn(home) is { Count: > 0 } left)
        {
            if (waited.Elapsed > Orphans)
            {
                foreach (var id in left)
                {
                    log.LogWarning("Ending server process {ProcessId}, left over from a killed PostgreSQL in {Home}", id, home.Root);
                    Postmaster.End(id);
                }

                waited.Restart();
            }

            await Task.Delay(Glance, cancellationToken);
        }
    }

    // /tmp is everybody's: someone else may have made the directory first, and would then own our socket. So there it
    // is made with the account's rights alone (root would follow a planted link), and looked at before it is used.
    private async Task MakeSocketDirectoryAsync(CancellationToken cancellationToken)
    {
        if (home.SocketsAreWithin)
        {
            await account.MakePrivateDirectoryAsync(home.Sockets, cancellationToken);
        }
        else if (!Directory.Exists(home.Sockets))
        {
            await account.RunAsync("mkdir", ["-m", "0700", home.Sockets], cancellationToken);
        }

        var expected = account.User ?? Environment.UserName;
        var found = await Tool.MustAsync("stat", ["-c", "%U %a %F", home.Sockets], cancellationToken);
        if (found != $"{expected} 700 directory")
        {
            throw new PrivateServerException(
                $"The socket directory {home.Sockets} should be a directory of {expected} with mode 700, but is '{found}'. Remove it.");
        }
    }

    private async Task<NpgsqlException?> ObstacleAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString("postgres", pooled: false));
            await connection.OpenAsync(cancellationToken);
            return null;
        }
        catch (NpgsqlException obstacle)
        {
            return obstacle;
        }
    }

    private string LogTail()
    {
        const int Lines = 20;
        return File.Exists(home.Log)
            ? $"{Environment.NewLine}Last lines of {home.Log}:{Environment.NewLine}" +
              string.Join(Environment.NewLine, File.ReadLines(home.Log).TakeLast(Lines))
            : "";
    }

    private static void WriteSecret(string path, string secret)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PrivateServerException(
                "A private PostgreSQL needs Linux or macOS; give a connection string in ConnectionStrings__Ledger.");
        }

        File.Delete(path);
        using var file = new StreamWriter(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        file.Write(secret);
    }
}
