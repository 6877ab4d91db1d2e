using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Api.Sessions;
using BotCluster.Ledger.People;
using BotCluster.Trading.Bots;

namespace BotCluster.Api.Clients;

/// <summary>Adds people to clients, changes what they may do, and takes them away.</summary>
internal sealed class UserDesk(UserStore users, MemberStore members, PasswordLinks links, LiveSessions live, TimeProvider clock)
{
    public async Task<Attempt<NewUser>> AddAsync(TenantId client, UserRequest request, CancellationToken cancellationToken)
    {
        var email = request.Email.Trim();
        if (Flaws(email, request.DisplayName) is { Count: > 0 } flaws)
        {
            return Refuse.Invalid(flaws);
        }

        var (user, isNew) = await AccountAsync(email, request.DisplayName.Trim(), cancellationToken);
        var isAdded = await members.AddAsync(client, user.Id, request.Role, clock.GetUtcNow(), cancellationToken);
        var isWaiting = user.PasswordHash is null && await members.CountAsync(user.Id, cancellationToken) == 1;
        if (!isAdded && !isWaiting)
        {
            return Refuse.Conflict("already-a-user", "This person belongs to the client already; change their role instead.");
        }

        live.ForgetUser(user.Id);
        var member = await members.FindAsync(client, user.Id, cancellationToken)
            ?? throw new InvalidOperationException("A user who was just added is not there.");

        // A link sets a password. For somebody who has an account elsewhere it would hand that account to whoever adds
        // them here, so there is one only for those who belong to nobody else.
        if (!isNew && !isWaiting)
        {
            return new NewUser(User.Of(member), null, null);
        }

        var link = await links.IssueAsync(user.Id, LinkPurpose.Invite, cancellationToken);
        return new NewUser(User.Of(member), link.Path, link.ExpiresAt);
    }

    public async Task<Attempt<User>> ChangeRoleAsync(TenantId client, Guid user, Role role, CancellationToken cancellationToken)
    {
        if (Refused(await members.ChangeRoleAsync(client, user, role, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        live.ForgetUser(user);
        return await members.FindAsync(client, user, cancellationToken) is { } member ? User.Of(member) : Refuse.NotFound("user");
    }

    /// <returns>Null where it was done.</returns>
    public async Task<Refusal?> RemoveAsync(TenantId client, Guid user, CancellationToken cancellationToken)
    {
        var refusal = Refused(await members.RemoveAsync(client, user, cancellationToken));
        live.ForgetUser(user);
        return refusal;
    }

    private static Refusal? Refused(MemberChange change) => change switch
    {
        MemberChange.Done => null,
        MemberChange.NotFound => Refuse.NotFound("user"),
        MemberChange.LastAdmin => Refuse.Conflict("last-admin", "A client keeps at least one admin; make somebody else one first."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Dictionary<string, string[]> Flaws(string email, string displayName)
    {
        var flaws = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (EmailRules.Flaw(email) is { } wrongEmail)
        {
            flaws["email"] = [wrongEmail];
        }

        if (NameRules.Flaw(displayName) is { } wrongName)
        {
            flaws["displayName"] = [wrongName];
        }

        return flaws;
    }

    private async Task<(UserAccount User, bool IsNew)> AccountAsync(string email, string displayName, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var made = new UserAccount
        {
            Id = Guid.CreateVersion7(now),
            Email = email,
            DisplayName = displayName,
            SecurityStamp = Secrets.New(),
            CreatedAt = now,
        };
        if (await users.CreateAsync(made, cancellationToken))
        {
            return (made, true);
        }

        var known = await users.FindByEmailAsync(email, cancellationToken)
            ?? throw new InvalidOperationException("An account that is there cannot be found.");
        return (known, false);
    }
}
