namespace BotCluster.Engine.Json;

/// <summary>A stored state cannot be read: it is damaged, or a newer version of BotCluster wrote it.</summary>
public sealed class StateFormatException : Exception
{
    public StateFormatException()
    {
    }

    public StateFormatException(string message)
        : base(message)
    {
    }

    public StateFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
