using BotCluster.Ledger.Backups;
using BotCluster.Ledger.Server;
using Microsoft.Extensions.Logging;

namespace BotCluster.Standalone.Running;

/// <summary>The database of a data directory: our own server in it, or the one that <c>ConnectionStrings__Ledger</c> names.</summary>
internal sealed class LedgerHome : IAsyncDisposable
{
    public const string Variable = "ConnectionStrings__Ledger";

    private readonly PrivateServer? _server;

    private LedgerHome(string connectionString, PrivateServer? server)
    {
        ConnectionString = connectionString;
        _server = server;
    }

    /// <summary>Holds a password: never to be logged.</summary>
    public string ConnectionString { get; }

    /// <summary>For people.</summary>
    public string Where => _server is null ? $"the server of {Variable}" : _server.Location;

    public bool WasAdopted => _server?.WasAdopted ?? false;

    public bool IsPrivate => _server is not null;

    /// <summary>Takes the data directory and starts its database.</summary>
    /// <exception cref="PrivateServerException">Another living process has it, or no server can be started.</exception>
    public static async Task<LedgerHome> OpenAsync(
        string dataDirectory, TimeProvider time, ILogger log, CancellationToken cancellationToken) =>
        Given is { } given
            ? new LedgerHome(given, server: null)
            : await OpenOwnAsync(dataDirectory, time, log, cancellationToken);

    /// <summary>Takes the data directory, or joins whoever has it: for looking at the ledger while bots run.</summary>
    public static async Task<LedgerHome> VisitAsync(
        string dataDirectory, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        if (Given is null && !Directory.Exists(dataDirectory))
        {
            throw new HostRefusedException($"There is no data directory {dataDirectory}.");
        }

        try
        {
            return await OpenAsync(dataDirectory, time, log, cancellationToken);
        }
        catch (PrivateServerException busy) when (busy.IsDirectoryInUse)
        {
            var server = await PrivateServer.VisitAsync(new PrivateServerOptions(dataDirectory), time, log, cancellationToken);
            return new LedgerHome(server.ConnectionString, server);
        }
    }

    /// <summary>PostgreSQL's client programs for this database.</summary>
    public Task<PostgresPrograms> ProgramsAsync(CancellationToken cancellationToken) => _server is null
        ? PostgresPrograms.FindAsync(ConnectionString, cancellationToken)
        : Task.FromResult(PostgresPrograms.Of(_server));

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    private static async Task<LedgerHome> OpenOwnAsync(
        string dataDirectory, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        var server = await PrivateServer.StartAsync(new PrivateServerOptions(dataDirectory), time, log, cancellationToken);
        return new LedgerHome(server.ConnectionString, server);
    }
}
