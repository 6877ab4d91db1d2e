using BotCluster.Api.Tests;
using BotCluster.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
[assembly: AssemblyFixture(typeof(MarketFixture))]
