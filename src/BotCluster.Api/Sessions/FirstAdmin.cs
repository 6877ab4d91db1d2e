using BotCluster.Ledger.People;

namespace BotCluster.Api.Sessions;

/// <summary>How the first person gets in: by what the host was given, or by a one-time link. There is no default password.</summary>
public sealed class FirstAdmin
{
    public const string EmailVariable = "BOTCLUSTER_ADMIN_EMAIL";
    public const string PasswordVariable = "BOTCLUSTER_ADMIN_PASSWORD";

    private const string DefaultEmail = "admin@botcluster.local";

    private readonly UserStore _users;
    private readonly PasswordLinks _links;
    private readonly Passwords _passwords;
    private readonly TimeProvider _clock;

    internal FirstAdmin(UserStore users, PasswordLinks links, Passwords passwords, TimeProvider clock)
    {
        _users = users;
        _links = links;
        _passwords = passwords;
        _clock = clock;
    }

    /// <summary>Makes sure that somebody can sign in as platform admin.</summary>
    /// <param name="email">From the environment; null: the address made up for the first start.</param>
    /// <param name="password">From the environment; null: a link is handed out instead.</param>
    /// <param name="isReset">Also where an admin has a password already.</param>
    /// <param name="cancellationToken">To give up.</param>
    public async Task<FirstAdminOutcome> EnsureAsync(string? email, string? password, bool isReset, CancellationToken cancellationToken)
    {
        var address = string.IsNullOrWhiteSpace(email) ? null : email.Trim();
        if (address is not null && EmailRules.Flaw(address) is { } flaw)
        {
            return new FirstAdminOutcome.Refused($"{EmailVariable} {flaw}.");
        }

        if (password is { Length: > 0 } && PasswordRules.Flaw(password, address ?? DefaultEmail) is { } weakness)
        {
            return new FirstAdminOutcome.Refused($"{PasswordVariable} {weakness}.");
        }

        if (!isReset && await _users.AnyPlatformAdminAsync(cancellationToken))
        {
            return new FirstAdminOutcome.Exists();
        }

        var admin = await AccountAsync(address, cancellationToken);
        if (password is { Length: > 0 })
        {
            await _users.SetPasswordAsync(admin.Id, _passwords.Hash(password), Secrets.New(), cancellationToken);
            return new FirstAdminOutcome.PasswordSet(admin.Email);
        }

        var link = await _links.IssueAsync(admin.Id, LinkPurpose.SetPassword, cancellationToken);
        return new FirstAdminOutcome.LinkIssued(admin.Email, link.Path, link.ExpiresAt);
    }

    private async Task<UserAccount> AccountAsync(string? email, CancellationToken cancellationToken)
    {
        var known = email is null
            ? await _users.FirstPlatformAdminAsync(cancellationToken)
            : await _users.FindByEmailAsync(email, cancellationToken);
        if (known is not null)
        {
            await _users.MakePlatformAdminAsync(known.Id, cancellationToken);
            return known;
        }

        var now = _clock.GetUtcNow();
        var made = new UserAccount
        {
            Id = Guid.CreateVersion7(now),
            Email = email ?? DefaultEmail,
            DisplayName = "Administrator",
            SecurityStamp = Secrets.New(),
            IsPlatformAdmin = true,
            CreatedAt = now,
        };

        // Two hosts that start together make one admin: whoever comes second finds the first one's.
        return await _users.CreateAsync(made, cancellationToken)
            ? made
            : await _users.FindByEmailAsync(made.Email, cancellationToken)
                ?? throw new InvalidOperationException("The first admin vanished.");
    }
}

/// <summary>How the first person gets in.</summary>
public abstract record FirstAdminOutcome
{
    private FirstAdminOutcome()
    {
    }

    /// <summary>An admin with a password is there already.</summary>
    public sealed record Exists : FirstAdminOutcome;

    public sealed record PasswordSet(string Email) : FirstAdminOutcome;

    /// <param name="Email">What to sign in with, once the password is set.</param>
    /// <param name="Path">To be put behind the page's address: <c>/#/welcome/…</c>.</param>
    /// <param name="ExpiresAt">After which a new one is needed.</param>
    public sealed record LinkIssued(string Email, string Path, DateTimeOffset ExpiresAt) : FirstAdminOutcome;

    /// <param name="Reason">What is wrong with the address or the password, and what is allowed.</param>
    public sealed record Refused(string Reason) : FirstAdminOutcome;
}
