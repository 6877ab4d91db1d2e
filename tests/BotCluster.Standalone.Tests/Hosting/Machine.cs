namespace BotCluster.Standalone.Tests.Hosting;

/// <summary>Tests that start whole programs with a database each, one after the other: two cores carry no more.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Machine
{
    public const string Name = "machine";
}
