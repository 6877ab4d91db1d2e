namespace BotCluster.Engine.Bots;

/// <summary>What a bot answers to a command.</summary>
public abstract record CommandOutcome
{
    private CommandOutcome()
    {
    }

    /// <summary>Done, or already so.</summary>
    public sealed record Accepted(BotSnapshot Snapshot) : CommandOutcome;

    /// <param name="Code">Stable: <c>not-flat</c>, <c>retired</c>, <c>no-tested-venue</c>.</param>
    /// <param name="Text">Why, with its numbers, for the person who asked.</param>
    public sealed record Refused(string Code, string Text) : CommandOutcome;

    /// <summary>No such bot for this client.</summary>
    public sealed record NotFound : CommandOutcome;

    /// <summary>The bot could not act now (its store is away); the command may be given again.</summary>
    public sealed record Unavailable(string Text) : CommandOutcome;
}
