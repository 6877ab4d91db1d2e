using BotCluster.Testing;

namespace BotCluster.Api.Tests;

/// <summary>One running API with an engine, for all tests of a class; each test brings its own clients and people.</summary>
public sealed class ApiFixture(PostgresFixture postgres, MarketFixture market) : IAsyncLifetime
{
    internal ApiHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await ApiHost.StartAsync(postgres, market);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
