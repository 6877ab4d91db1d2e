namespace BotCluster.Standalone;

/// <summary>Why the program does not do what it was asked to, in words for whoever asked.</summary>
public sealed class HostRefusedException : Exception
{
    public HostRefusedException(string message)
        : base(message)
    {
    }

    public HostRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HostRefusedException()
    {
    }
}
