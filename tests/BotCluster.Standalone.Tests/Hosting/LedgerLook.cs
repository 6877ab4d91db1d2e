using BotCluster.Ledger.Server;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BotCluster.Standalone.Tests.Hosting;

/// <summary>A test's own look into the database of a program that runs.</summary>
internal static class LedgerLook
{
    public static async Task<T> AskAsync<T>(string data, string sql)
    {
        await using var server = await PrivateServer.VisitAsync(
            new PrivateServerOptions(data), TimeProvider.System, NullLogger.Instance, TestContext.Current.CancellationToken);
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false }.ConnectionString);
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    /// <summary>Waits until a count has grown over a number.</summary>
    public static async Task GrowsOverAsync(string data, string count, long over)
    {
        using var patience = new CancellationTokenSource(Inside.Patience);
        while (await CountAsync(data, count) is not { } now || now <= over)
        {
            await Task.Delay(200, patience.Token);
        }
    }

    // The database may just be on its way back.
    private static async Task<long?> CountAsync(string data, string count)
    {
        try
        {
            return await AskAsync<long>(data, count);
        }
        catch (PrivateServerException)
        {
            return null;
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }
}
