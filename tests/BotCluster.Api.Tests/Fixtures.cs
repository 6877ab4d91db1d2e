using BotCluster.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
