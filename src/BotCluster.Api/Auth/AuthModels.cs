using BotCluster.Ledger.People;

namespace BotCluster.Api.Auth;

/// <summary>Who signs in.</summary>
internal sealed record SignInRequest
{
    public required string Email { get; init; }

    public required string Password { get; init; }
}

/// <summary>What a program exchanges for new tokens.</summary>
internal sealed record RefreshRequest
{
    public required string RefreshToken { get; init; }
}

/// <summary>A new password for the old one.</summary>
internal sealed record PasswordRequest
{
    public required string CurrentPassword { get; init; }

    /// <summary>12 to 128 characters.</summary>
    public required string NewPassword { get; init; }
}

/// <summary>A one-time link's secret, and the password it sets.</summary>
internal sealed record RedeemRequest
{
    public required string Secret { get; init; }

    /// <summary>12 to 128 characters.</summary>
    public required string Password { get; init; }

    public string? DisplayName { get; init; }
}

/// <summary>Whoever is signed in, and where they belong.</summary>
internal sealed record Me(
    Guid Id, string Email, string DisplayName, bool IsPlatformAdmin, IReadOnlyList<Membership> Memberships)
{
    public static Me Of(UserAccount user, IReadOnlyList<Membership> memberships) =>
        new(user.Id, user.Email, user.DisplayName, user.IsPlatformAdmin, memberships);
}

/// <summary>What a page gets when it signs in: no token, those are in its cookies.</summary>
internal sealed record PageSignIn(Me User);
