using BotCluster.Engine.Tests.Contract;
using BotCluster.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
[assembly: AssemblyFixture(typeof(RealCandles))]
