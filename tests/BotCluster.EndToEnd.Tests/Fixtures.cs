using BotCluster.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(House))]
