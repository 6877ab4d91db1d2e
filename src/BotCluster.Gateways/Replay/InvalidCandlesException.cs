namespace BotCluster.Gateways.Replay;

/// <summary>The folder of candles holds something that cannot be replayed; the file and what is wrong are named.</summary>
public sealed class InvalidCandlesException : Exception
{
    public InvalidCandlesException()
    {
    }

    public InvalidCandlesException(string message)
        : base(message)
    {
    }

    public InvalidCandlesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
