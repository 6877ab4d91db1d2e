namespace BotCluster.Ledger.People;

/// <summary>A person who may sign in.</summary>
public sealed record UserAccount
{
    public required Guid Id { get; init; }

    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>Null until the person has set a password by a one-time link.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Changes with the password; a session made under another stamp is over.</summary>
    public required string SecurityStamp { get; init; }

    public bool IsPlatformAdmin { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
