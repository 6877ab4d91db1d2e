namespace BotCluster.Trading.Ports;

/// <summary>What makes a bot's turn durable. A backtest keeps the facts in memory; an engine commits them with the state.</summary>
public interface ITurnJournal
{
    /// <summary>Adds a fact to what the next commit makes durable.</summary>
    void Write(Fact fact);

    /// <summary>Makes the bot's state and all facts written so far durable, in one step. Nothing is sent before.</summary>
    /// <exception cref="LostPlaceException">Another copy of the bot has taken over: this one must not act any more.</exception>
    /// <exception cref="StoreUnavailableException">It is not known whether the step landed: the bot must be read again.</exception>
    ValueTask CommitAsync(CancellationToken cancellationToken);
}

/// <summary>Another copy of the bot, or a newer epoch, has taken over. This copy forgets all it knows.</summary>
public sealed class LostPlaceException : Exception
{
    public LostPlaceException()
    {
    }

    public LostPlaceException(string message)
        : base(message)
    {
    }

    public LostPlaceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
