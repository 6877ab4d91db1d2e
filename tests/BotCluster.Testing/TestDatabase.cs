using Npgsql;

namespace BotCluster.Testing;

/// <summary>A migrated database of one test class's own.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    internal TestDatabase(string connectionString)
    {
        ConnectionString = connectionString;
        Source = NpgsqlDataSource.Create(connectionString);
    }

    public string ConnectionString { get; }

    /// <summary>For a test's own looks into the tables.</summary>
    public NpgsqlDataSource Source { get; }

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
