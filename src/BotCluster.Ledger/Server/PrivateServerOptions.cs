namespace BotCluster.Ledger.Server;

/// <summary>Where and how the program keeps a PostgreSQL of its own.</summary>
/// <param name="Directory">Where everything of the server lives, unless its account cannot reach that place.</param>
public sealed record PrivateServerOptions(string Directory)
{
    /// <summary>The database every connection string names unless another is asked for; made on first start.</summary>
    public string Database { get; init; } = "botcluster";

    /// <summary>Off only for tests: a commit may then be lost with the machine, though never with the process.</summary>
    public bool Durable { get; init; } = true;

    public int MaximumConnections { get; init; } = 40;

    /// <summary>How long a server that is not repairing itself after a crash may take until it answers.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a server that reads its log again after a crash may take until it answers.</summary>
    public TimeSpan RecoveryLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an orderly stop may take before open connections are cut off.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Null looks in the usual places.</summary>
    public IReadOnlyList<string>? BinaryDirectories { get; init; }

    /// <summary>Where the server goes when its account cannot reach <see cref="Directory"/>.</summary>
    public string FallbackRoot { get; init; } = "/var/lib/botcluster";
}
