using BotCluster.Trading.Bots;

namespace BotCluster.Trading.Ports;

/// <summary>Where bots live between turns. State and facts of one commit become durable together or not at all.</summary>
public interface IBotStore
{
    /// <summary>
    /// Makes one step of a bot durable. Guarded by version and epoch: a copy of the bot that lost its place gets
    /// <see cref="CommitOutcome.Outdated"/> and must not act.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store could not be reached in time; the commit may or may not have landed.</exception>
    ValueTask<CommitOutcome> CommitAsync(BotCommit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a bot known and gives it its number. A repeat of the same id changes nothing and answers who the bot is:
    /// the caller compares the tenant.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store could not be reached in time; asking again is harmless.</exception>
    ValueTask<BotDefinition> CreateAsync(BotCreation creation, CancellationToken cancellationToken);

    /// <returns>Null where no such bot was ever made.</returns>
    ValueTask<StoredBot?> LoadAsync(BotId bot, CancellationToken cancellationToken);

    /// <summary>Every bot of the installation that is not retired, with its state, for the start of an engine.</summary>
    IAsyncEnumerable<StoredBot> LoadAllAsync(CancellationToken cancellationToken);
}

/// <summary>A bot to be made known to the store; its first state follows as a commit.</summary>
/// <param name="Id">Chosen by the caller.</param>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Name">As its settings spell it, for lists.</param>
/// <param name="Settings">Its settings as JSON.</param>
/// <param name="CreatedAt">The bot's birth.</param>
public sealed record BotCreation(BotId Id, TenantId Tenant, string Name, string Settings, DateTimeOffset CreatedAt);

/// <summary>One durable step of a bot.</summary>
public sealed record BotCommit
{
    public required BotId Bot { get; init; }

    public required TenantId Tenant { get; init; }

    /// <summary>The version this step builds on; 0 for a bot's first.</summary>
    public required long ExpectedVersion { get; init; }

    public required int Epoch { get; init; }

    /// <summary>The state after the step, as the engine spells it; the store does not look inside. Its version is the expected one plus one.</summary>
    public required ReadOnlyMemory<byte> State { get; init; }

    public required BotStatus Status { get; init; }

    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Set where the step also changes the bot's settings: their JSON.</summary>
    public string? Settings { get; init; }
}

/// <summary>What became of a commit.</summary>
public enum CommitOutcome
{
    Committed = 1,

    /// <summary>Another copy of the bot, or a newer epoch, was there first; nothing of this commit was written.</summary>
    Outdated = 2,
}

/// <summary>A bot as the store knows it.</summary>
/// <param name="Definition">Who it is.</param>
/// <param name="Version">The version of its state; 0 where it has none yet.</param>
/// <param name="Epoch">Rises when the bot is created or restored from a backup.</param>
/// <param name="State">Its state as the engine spelled it; null where it has none yet.</param>
/// <param name="Settings">Its settings as JSON.</param>
public sealed record StoredBot(BotDefinition Definition, long Version, int Epoch, ReadOnlyMemory<byte>? State, string Settings);

/// <summary>Who a bot is: what never changes about it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Number">Its short number in the installation, part of its order ids.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record BotDefinition(BotId Id, TenantId Tenant, long Number, DateTimeOffset CreatedAt);

/// <summary>The store could not be reached in time.</summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException()
    {
    }

    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
