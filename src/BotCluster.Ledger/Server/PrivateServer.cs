using Microsoft.Extensions.Logging;

namespace BotCluster.Ledger.Server;

/// <summary>A PostgreSQL of the program's own: made, started, watched and stopped with it.</summary>
/// <remarks>
/// It listens on a socket only it and its owner can reach. A server that outlived a killed program is adopted; one
/// that dies while we run is started again.
/// </remarks>
public sealed class PrivateServer : IAsyncDisposable
{
    private const string LocationName = "database-is-elsewhere";

    private static readonly TimeSpan WatchEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Cluster _cluster;
    private readonly ServerHome _home;
    private readonly PrivateServerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stopping = new();
    private DirectoryLock? _lock;
    private DirectoryLock? _lockElsewhere;
    private bool _isOurs;
    private Task _watch = Task.CompletedTask;

    private PrivateServer(Setting setting)
    {
        (_cluster, _home, _options, _time, _log) = setting;
    }

    /// <summary>Where the database's files are; the data directory, unless the database account cannot reach that.</summary>
    public string Location => _home.Root;

    /// <summary>The server was still running from an earlier process.</summary>
    public bool WasAdopted { get; private set; }

    /// <summary>The database was made by this start.</summary>
    public bool WasMade { get; private set; }

    /// <summary>How often a dead server was started again.</summary>
    public int Restarts { get; private set; }

    /// <summary>The living server's process id, or null while it is down.</summary>
    public int? ProcessId => Postmaster.Living(_home);

    /// <summary>Where the programs that belong to this server are: <c>pg_dump</c>, <c>pg_restore</c>, <c>psql</c>.</summary>
    public string Programs => _cluster.Programs;

    public string ConnectionString => ConnectionStringOf(_options.Database);

    public static async Task<PrivateServer> StartAsync(
        PrivateServerOptions options, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.Directory);
        var directory = await Tool.MustAsync("realpath", [options.Directory], cancellationToken);
        var server = await AtHomeAsync(directory, options, time, log, cancellationToken);
        try
        {
            await server.StartAsync(directory, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Joins the server that another living process runs on the directory, and leaves it running in the end.</summary>
    public static async Task<PrivateServer> VisitAsync(
        PrivateServerOptions options, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        var directory = await Tool.MustAsync("realpath", [options.Directory], cancellationToken);
        var server = await AtHomeAsync(directory, options, time, log, cancellationToken);
        if (!server._cluster.Exists)
        {
            throw new PrivateServerException($"There is no database in {server.Location} yet.");
        }

        await server._cluster.WaitUntilReadyAsync(cancellationToken);
        return server;
    }

    /// <summary>The connection string of any database on this server. Holds the password: never to be logged.</summary>
    public string ConnectionStringOf(string database) => _cluster.ConnectionString(database, pooled: true);

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        try
        {
            await _watch;
        }
        finally
        {
            if (_isOurs)
            {
                // The stop has its own time limits; nothing may cut it short and leave the server alive.
                await _cluster.StopAsync(CancellationToken.None);
            }

            Release();
        }
    }

    private void Release()
    {
        _lockElsewhere?.Dispose();
        _lock?.Dispose();
        _stopping.Dispose();
    }

    private static async Task<PrivateServer> AtHomeAsync(
        string directory, PrivateServerOptions options, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        var (home, account) = await FindHomeAsync(directory, options, cancellationToken);
        int? major = File.Exists(home.VersionFile)
            ? int.Parse(await File.ReadAllTextAsync(home.VersionFile, cancellationToken), System.Globalization.CultureInfo.InvariantCulture)
            : null;
        var binaries = await PostgresBinaries.FindAsync(options.BinaryDirectories, major, cancellationToken);
        return new PrivateServer(new Setting(new Cluster(home, account, binaries, options, log), home, options, time, log));
    }

    private static async Task<(ServerHome Home, ServerAccount Account)> FindHomeAsync(
        string directory, PrivateServerOptions options, CancellationToken cancellationToken)
    {
        var note = Path.Combine(directory, LocationName);
        var home = File.Exists(note)
            ? ServerHome.At((await File.ReadAllTextAsync(note, cancellationToken)).Trim())
            : ServerHome.At(directory);
        var account = await ServerAccount.ForAsync(home.Cluster, cancellationToken);
        if (Directory.Exists(home.Cluster) || await account.CanReachAsync(directory, cancellationToken))
        {
            return (home, account);
        }

        home = ServerHome.Elsewhere(options.FallbackRoot, directory);
        Directory.CreateDirectory(home.Root);
        await File.WriteAllTextAsync(note, home.Root + Environment.NewLine, cancellationToken);
        return (home, await ServerAccount.ForAsync(home.Cluster, cancellationToken));
    }

    private async Task StartAsync(string directory, CancellationToken cancellationToken)
    {
        _lock = DirectoryLock.Take(directory);
        if (_home.Root != directory)
        {
            Directory.CreateDirectory(_home.Root);
            _lockElsewhere = DirectoryLock.Take(_home.Root);
            _log.LogInformation(
                "The database is in {Location}: its account cannot reach {Directory}", _home.Root, directory);
        }

        _isOurs = true;
        if (!_cluster.Exists)
        {
            _log.LogInformation("Making a PostgreSQL database in {Location}", _home.Root);
            await _cluster.MakeAsync(cancellationToken);
            WasMade = true;
        }

        if (Postmaster.Living(_home) is { } id)
        {
            WasAdopted = true;
            _log.LogInformation("Adopting PostgreSQL {ProcessId}, left running by an earlier process", id);
            await _cluster.WaitUntilReadyAsync(cancellationToken);
        }
        else
        {
            _log.LogInformation("Starting PostgreSQL in {Location}", _home.Root);
            await _cluster.LaunchAsync(cancellationToken);
        }

        await _cluster.EnsureDatabaseAsync(cancellationToken);
        _watch = WatchAsync(_stopping.Token);
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(WatchEvery, _time);
        var pause = WatchEvery;
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                if (Postmaster.Living(_home) is not null)
                {
                    pause = WatchEvery;
                    continue;
                }

                if (!await RelaunchAsync(stopping))
                {
                    await Task.Delay(pause, _time, stopping);
                    pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The program stops, and the server with it.
        }
    }

    private async Task<bool> RelaunchAsync(CancellationToken stopping)
    {
        _log.LogError("PostgreSQL in {Location} is gone; starting it again", _home.Root);
        try
        {
            await _cluster.LaunchAsync(stopping);
            Restarts++;
            _log.LogInformation("PostgreSQL in {Location} is back", _home.Root);
            return true;
        }
        catch (PrivateServerException failure)
        {
            _log.LogError(failure, "PostgreSQL in {Location} could not be started again", _home.Root);
            return false;
        }
        catch (IOException failure)
        {
            // A full disk, most likely: it may be freed, so the watch goes on.
            _log.LogError(failure, "PostgreSQL in {Location} could not be started again", _home.Root);
            return false;
        }
    }

    private sealed record Setting(
        Cluster Cluster, ServerHome Home, PrivateServerOptions Options, TimeProvider Time, ILogger Log);
}
