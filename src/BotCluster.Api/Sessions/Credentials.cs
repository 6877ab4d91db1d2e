using BotCluster.Api.Refusals;
using BotCluster.Ledger.People;

namespace BotCluster.Api.Sessions;

/// <summary>Checks an e-mail address and password: limited, as slow for nobody as for somebody, and saying no more than yes or no.</summary>
internal sealed class Credentials(UserStore users, Passwords passwords, SignInLimits limits)
{
    private const int LongestEmail = 254;

    public async Task<Attempt<UserAccount>> CheckAsync(
        string email, string password, string address, CancellationToken cancellationToken)
    {
        if (limits.Take(address, email) is { } wait)
        {
            return Refuse.TooMany(wait, "attempts to sign in from this address or for this account");
        }

        var user = email.Length <= LongestEmail ? await users.FindByEmailAsync(email.Trim(), cancellationToken) : null;
        var isRight = password.Length <= PasswordRules.Longest && passwords.IsRight(user?.PasswordHash, password);
        return isRight && user is not null ? user : Wrong();
    }

    private static Refusal Wrong() => new(
        StatusCodes.Status401Unauthorized,
        "invalid-credentials",
        "The e-mail address or the password is wrong, or no password was set yet.");
}
