using BotCluster.Api.Refusals;
using BotCluster.Ledger.People;

namespace BotCluster.Api.Sessions;

/// <summary>One-time links by which people set their passwords.</summary>
internal sealed class PasswordLinks(LinkStore links, Passwords passwords, LiveSessions live, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public async Task<PasswordLink> IssueAsync(Guid user, LinkPurpose purpose, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var link = new PasswordLink(Secrets.New(), now + Lifetime);
        await links.IssueAsync(Secrets.HashOf(link.Secret), user, purpose, (now, link.ExpiresAt), cancellationToken);
        return link;
    }

    /// <returns>Whose password was set.</returns>
    public async Task<Attempt<UserAccount>> RedeemAsync(
        string secret, string password, string? displayName, CancellationToken cancellationToken)
    {
        var hash = Secrets.HashOf(secret);
        switch (await links.FindAsync(hash, clock.GetUtcNow(), cancellationToken))
        {
            case LinkState.Absent:
                return new Refusal(
                    StatusCodes.Status404NotFound, "link-unknown", "This link is not one of ours, or a newer one took its place.");
            case LinkState.Used:
                return Used();
            case LinkState.Expired:
                return new Refusal(StatusCodes.Status410Gone, "link-expired", "This link is more than 24 hours old; ask for a new one.");
            case LinkState.Open open when PasswordRules.Flaw(password, open.User.Email) is { } flaw:
                return Refuse.Invalid("password", flaw);
            case LinkState.Open open:
                var chosen = new NewPassword(passwords.Hash(password), Secrets.New(), displayName);
                if (!await links.RedeemAsync(hash, chosen, clock.GetUtcNow(), cancellationToken))
                {
                    return Used();
                }

                live.ForgetUser(open.User.Id);
                return open.User;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Refusal Used() =>
        new(StatusCodes.Status410Gone, "link-used", "This link was used before; it works once.");
}

/// <summary>A one-time link as it is handed out.</summary>
/// <param name="Secret">Known to nobody but its owner; the ledger has its hash.</param>
/// <param name="ExpiresAt">After which it is worth nothing.</param>
internal sealed record PasswordLink(string Secret, DateTimeOffset ExpiresAt)
{
    /// <summary>The address in the page: its secret stands in the fragment, which no browser sends anywhere.</summary>
    public string Path => $"/#/welcome/{Secret}";
}
