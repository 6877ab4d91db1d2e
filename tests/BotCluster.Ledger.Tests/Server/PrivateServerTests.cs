using System.Diagnostics;
using BotCluster.Ledger.Server;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BotCluster.Ledger.Tests.Server;

public class PrivateServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Makes_a_database_and_finds_it_again_with_its_rows()
    {
        using var scratch = new Scratch();
        await using (var first = await StartAsync(scratch.Path))
        {
            Assert.True(first.WasMade);
            await RunAsync(first, "create table kept as select 42 as answer");
        }

        await using var second = await StartAsync(scratch.Path);
        Assert.False(second.WasMade);
        Assert.False(second.WasAdopted);
        Assert.Equal(42, await AskAsync<int>(second, "select answer from kept"));
    }

    [Fact]
    public async Task Runs_with_checksums_without_tcp_and_only_by_password()
    {
        using var scratch = new Scratch();
        await using var server = await StartAsync(scratch.Path);

        Assert.Equal("on", await AskAsync<string>(server, "show data_checksums"));
        Assert.Equal("", await AskAsync<string>(server, "show listen_addresses"));
        Assert.Equal("UTF8", await AskAsync<string>(server, "show server_encoding"));
        Assert.Equal("C", await AskAsync<string>(server, "select datcollate from pg_database where datname = current_database()"));
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess", Pooling = false };
        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Token));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task Keeps_its_password_to_its_owner()
    {
        using var scratch = new Scratch();
        await using var server = await StartAsync(scratch.Path);

        Assert.Equal("600", await Tool.MustAsync("stat", ["-c", "%a", Path.Combine(server.Location, "password")], Token));
        Assert.Equal("700", await Tool.MustAsync("stat", ["-c", "%a", Path.Combine(server.Location, "cluster")], Token));
        Assert.False(File.Exists(Path.Combine(server.Location, "password.new")));
    }

    [Fact]
    public async Task Refuses_a_directory_that_another_process_uses_and_leaves_its_server_alone()
    {
        using var scratch = new Scratch();
        await using var first = await StartAsync(scratch.Path);

        var refused = await Assert.ThrowsAsync<PrivateServerException>(() => StartAsync(scratch.Path));

        Assert.Contains($"in use by process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await AskAsync<int>(first, "select 1"));
    }

    [Fact]
    public async Task Starts_a_killed_server_again_and_keeps_what_was_committed()
    {
        using var scratch = new Scratch();
        await using var server = await StartAsync(scratch.Path);
        await RunAsync(server, "create table kept as select 42 as answer");
        var killed = server.ProcessId!.Value;

        Kill(killed);
        await UntilAsync(() => server.Restarts == 1);

        Assert.NotEqual(killed, server.ProcessId);
        Assert.Equal(42, await AskAsync<int>(server, "select answer from kept"));
    }

    [Fact]
    public async Task Adopts_a_server_that_outlived_its_program()
    {
        using var scratch = new Scratch();
        var directory = await MakeStoppedAsync(scratch.Path);
        var account = await ServerAccount.ForAsync(directory.Cluster, Token);
        var binaries = await PostgresBinaries.FindAsync(null, null, Token);
        await account.RunAsync(binaries.PgCtl, ["start", "-D", directory.Cluster, "-l", directory.Log, "-w"], Token);
        var alive = Postmaster.Living(directory);

        await using var server = await StartAsync(scratch.Path);

        Assert.True(server.WasAdopted);
        Assert.Equal(alive, server.ProcessId);
        Assert.Equal(1, await AskAsync<int>(server, "select 1"));
    }

    [Fact]
    public async Task Starts_although_a_dead_servers_pid_file_names_a_living_stranger()
    {
        using var scratch = new Scratch();
        var home = await MakeStoppedAsync(scratch.Path);
        using var stranger = Process.Start("sleep", "60");
        await File.WriteAllTextAsync(home.PidFile, $"{stranger.Id}\n{home.Cluster}\n0\n5432\n", Token);

        await using (var server = await StartAsync(scratch.Path))
        {
            Assert.False(server.WasAdopted);
            Assert.NotEqual(stranger.Id, server.ProcessId);
        }

        Assert.False(stranger.HasExited);
        stranger.Kill();
    }

    [Fact]
    public async Task Stops_the_server_it_started()
    {
        using var scratch = new Scratch();
        var server = await StartAsync(scratch.Path);
        Assert.NotEmpty(Postmaster.AllOn(ServerHome.At(server.Location)));

        await server.DisposeAsync();

        Assert.Null(server.ProcessId);
        Assert.Empty(Postmaster.AllOn(ServerHome.At(server.Location)));
    }

    [Fact]
    public async Task Goes_elsewhere_and_says_so_where_its_account_cannot_reach_the_directory()
    {
        using var closed = new Scratch();
        await Tool.MustAsync("chmod", ["0700", closed.Path], Token);
        using var fallback = new Scratch();
        var directory = Path.Combine(closed.Path, "data");
        var options = new PrivateServerOptions(directory) { Durable = false, FallbackRoot = fallback.Path };
        // Who is not root runs the server as himself, and then every directory of his own will do.
        var expected = ServerAccount.AreWeRoot ? fallback.Path : directory;

        await using (var server = await StartAsync(options))
        {
            Assert.StartsWith(expected, server.Location, StringComparison.Ordinal);
            await RunAsync(server, "create table kept as select 42 as answer");
        }

        Assert.Equal(ServerAccount.AreWeRoot, File.Exists(Path.Combine(directory, "database-is-elsewhere")));
        await using var again = await StartAsync(options);
        Assert.Equal(42, await AskAsync<int>(again, "select answer from kept"));
    }

    [Fact]
    public async Task Serves_a_directory_whose_path_is_too_long_for_a_socket()
    {
        using var scratch = new Scratch();
        var deep = Path.Combine(scratch.Path, new string('d', 100));

        await using (var server = await StartAsync(deep))
        {
            Assert.Equal(1, await AskAsync<int>(server, "select 1"));
        }

        Assert.False(Directory.Exists(ServerHome.At(deep).Sockets));
    }

    [Fact]
    public async Task Shows_the_servers_own_words_when_it_does_not_come_up()
    {
        using var scratch = new Scratch();
        var home = await MakeStoppedAsync(scratch.Path);
        await File.WriteAllTextAsync(Path.Combine(home.Cluster, "global", "pg_control"), "broken", Token);

        var failed = await Assert.ThrowsAsync<PrivateServerException>(() => StartAsync(scratch.Path));

        Assert.Contains("pg_control", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_was_found_where_no_fitting_version_is_installed()
    {
        using var scratch = new Scratch();
        await WriteFakeAsync(scratch.Path, "postgres", "#!/bin/sh\necho 'postgres (PostgreSQL) 9.6.24'\n");
        await WriteFakeAsync(scratch.Path, "initdb", "#!/bin/sh\n");
        await WriteFakeAsync(scratch.Path, "pg_ctl", "#!/bin/sh\n");

        var refused = await Assert.ThrowsAsync<PrivateServerException>(
            () => PostgresBinaries.FindAsync([scratch.Path], null, Token));

        Assert.Contains($"version 9 in {scratch.Path}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("PostgreSQL 14 or newer", refused.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install postgresql", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", 15)]
    [InlineData("postgres (PostgreSQL) 17beta2", 17)]
    [InlineData("postgres (EDB) 15", null)]
    public void Reads_the_version_from_the_servers_own_words(string words, int? major) =>
        Assert.Equal(major, PostgresBinaries.MajorOf(words));

    private static Task<PrivateServer> StartAsync(string directory) =>
        StartAsync(new PrivateServerOptions(directory) { Durable = false });

    private static Task<PrivateServer> StartAsync(PrivateServerOptions options) =>
        PrivateServer.StartAsync(options, TimeProvider.System, NullLogger.Instance, Token);

    private static async Task<ServerHome> MakeStoppedAsync(string directory)
    {
        var server = await StartAsync(directory);
        await server.DisposeAsync();
        return ServerHome.At(server.Location);
    }

    private static async Task RunAsync(PrivateServer server, string command)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(Token);
        await connection.ExecuteAsync(command);
    }

    private static async Task<T?> AskAsync<T>(PrivateServer server, string question)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(Token);
        return await connection.ExecuteScalarAsync<T>(question);
    }

    private static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(20, Token);
        }
    }

    private static async Task WriteFakeAsync(string directory, string name, string text)
    {
        var path = Path.Combine(directory, name);
        await File.WriteAllTextAsync(path, text, Token);
        await Tool.MustAsync("chmod", ["0755", path], Token);
    }
}
