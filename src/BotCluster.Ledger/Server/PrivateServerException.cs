namespace BotCluster.Ledger.Server;

/// <summary>Why the program's own PostgreSQL cannot serve, in words for whoever started it.</summary>
public sealed class PrivateServerException : Exception
{
    public PrivateServerException(string message)
        : base(message)
    {
    }

    public PrivateServerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public PrivateServerException()
    {
    }

    /// <summary>Another living process holds the data directory.</summary>
    public bool IsDirectoryInUse { get; init; }
}
