using System.Globalization;
using BotCluster.Ledger.Migrations;
using BotCluster.Ledger.Server;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BotCluster.Testing;

/// <summary>One real PostgreSQL for a whole test assembly, started by the first test that asks for a database.</summary>
/// <remarks>Register it once per assembly: <c>[assembly: AssemblyFixture(typeof(PostgresFixture))]</c>.</remarks>
public sealed class PostgresFixture : IAsyncDisposable
{
    private const string Template = "migrated";
    private const string DirectoryPrefix = "botcluster-tests-";

    // A test run that was killed leaves its server and files; younger ones may still be about to take their lock.
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _starting = new(1);
    private PrivateServer? _server;
    private string? _directory;
    private int _databases;

    /// <summary>A fresh copy of the migrated database: about 50 ms.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var server = await StartedAsync(cancellationToken);
        var name = string.Create(
            CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await AdministerAsync(server, $"create database {name} template {Template}");
        return new TestDatabase(server.ConnectionStringOf(name));
    }

    /// <summary>A fresh database without any table, for tests of the migrations themselves.</summary>
    public async Task<TestDatabase> CreateEmptyDatabaseAsync(CancellationToken cancellationToken)
    {
        var server = await StartedAsync(cancellationToken);
        var name = string.Create(
            CultureInfo.InvariantCulture, $"empty_{Interlocked.Increment(ref _databases)}");
        await AdministerAsync(server, $"create database {name}");
        return new TestDatabase(server.ConnectionStringOf(name));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            Directory.Delete(_directory!, recursive: true);
        }

        _starting.Dispose();
    }

    private async Task<PrivateServer> StartedAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            return _server ??= await StartAsync(cancellationToken);
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<PrivateServer> StartAsync(CancellationToken cancellationToken)
    {
        await SweepAsync(cancellationToken);
        _directory = Path.Combine(Path.GetTempPath(), DirectoryPrefix + Path.GetRandomFileName());
        var options = new PrivateServerOptions(_directory) { Durable = false, MaximumConnections = 150 };
        var server = await PrivateServer.StartAsync(options, TimeProvider.System, NullLogger.Instance, cancellationToken);
        await AdministerAsync(server, $"create database {Template}");
        // A template must have no connection left open, so this one is not pooled.
        var unpooled = new NpgsqlConnectionStringBuilder(server.ConnectionStringOf(Template)) { Pooling = false };
        await using var source = NpgsqlDataSource.Create(unpooled);
        await new Migrator(source, MigrationSet.OfTheProgram).UpAsync(cancellationToken);
        return server;
    }

    private static async Task SweepAsync(CancellationToken cancellationToken)
    {
        var before = TimeProvider.System.GetUtcNow().UtcDateTime - Abandoned;
        foreach (var left in Directory.GetDirectories(Path.GetTempPath(), DirectoryPrefix + "*"))
        {
            if (Directory.GetCreationTimeUtc(left) < before)
            {
                await SweepAsync(left, cancellationToken);
            }
        }
    }

    private static async Task SweepAsync(string left, CancellationToken cancellationToken)
    {
        try
        {
            var options = new PrivateServerOptions(left) { Durable = false };
            await using var server = await PrivateServer.StartAsync(
                options, TimeProvider.System, NullLogger.Instance, cancellationToken);
        }
        catch (PrivateServerException)
        {
            // Another run still uses it, or another user owns it.
            return;
        }

        Directory.Delete(left, recursive: true);
    }

    private static async Task AdministerAsync(PrivateServer server, string command)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(server.ConnectionStringOf("postgres")) { Pooling = false };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.ExecuteAsync(command);
    }
}
