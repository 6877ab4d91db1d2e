using BotCluster.Ledger.People;

namespace BotCluster.Api.Clients;

/// <summary>A client of the installation.</summary>
internal sealed record Client(
    Guid Id, string Name, DateTimeOffset CreatedAt, bool IsKilled, int Bots, Webhook? Webhook)
{
    public static Client Of(Tenant tenant) => new(
        tenant.Id.Value,
        tenant.Name,
        tenant.CreatedAt,
        tenant.IsKilled,
        tenant.Bots,
        tenant.Webhook is { } url ? new Webhook(url.AbsoluteUri, tenant.WebhookSecret is not null) : null);
}

/// <summary>Where a client's alerts are sent.</summary>
internal sealed record Webhook(string Url, bool HasSecret);

/// <summary>A client to be made.</summary>
internal sealed record NewClient
{
    public required string Name { get; init; }
}

/// <summary>Where alerts shall be sent.</summary>
internal sealed record WebhookRequest
{
    public required string Url { get; init; }
}

/// <summary>A webhook with the secret that signs what it sends. Shown this once.</summary>
internal sealed record WebhookSecret(string Url, string Secret);

/// <summary>What came of trying a webhook out.</summary>
/// <param name="Delivered">Whether the server took it.</param>
/// <param name="Detail">Its status, or why it did not arrive.</param>
internal sealed record WebhookTrial(bool Delivered, string Detail);

/// <summary>A person of a client.</summary>
internal sealed record User(
    Guid Id, string Email, string DisplayName, Role Role, DateTimeOffset CreatedAt, bool HasPassword)
{
    public static User Of(Member member) =>
        new(member.UserId, member.Email, member.DisplayName, member.Role, member.CreatedAt, member.HasPassword);
}

/// <summary>A person to be added to a client.</summary>
internal sealed record UserRequest
{
    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    public required Role Role { get; init; }
}

/// <summary>A person who was added, and the link by which they set their password.</summary>
/// <param name="User">Who was added.</param>
/// <param name="Link">Shown this once; null for somebody who has an account already and keeps their password.</param>
/// <param name="LinkExpiresAt">After which the link is worth nothing.</param>
internal sealed record NewUser(User User, string? Link, DateTimeOffset? LinkExpiresAt);

/// <summary>Another role.</summary>
internal sealed record RoleRequest
{
    public required Role Role { get; init; }
}

/// <summary>Why a kill switch is pulled.</summary>
internal sealed record KillRequest
{
    public required string Reason { get; init; }
}

/// <summary>What came of a kill switch.</summary>
/// <param name="Confirmed">How many bots confirmed.</param>
/// <param name="Unconfirmed">Which did not, and are tried again.</param>
internal sealed record KillOutcome(int Confirmed, IReadOnlyList<Guid> Unconfirmed);
