using BotCluster.Api.Access;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Api.Sessions;
using BotCluster.Ledger.People;

namespace BotCluster.Api.Auth;

/// <summary>Changes passwords. Every other session of the person ends; the one that asked goes on.</summary>
internal sealed class PasswordDesk(UserStore users, SessionStore sessions, Credentials credentials, Passwords passwords, LiveSessions live)
{
    /// <returns>Null where it was done.</returns>
    public async Task<Refusal?> ChangeAsync(Caller caller, PasswordRequest request, HttpContext context)
    {
        var right = await credentials.CheckAsync(caller.User.Email, request.CurrentPassword, context.Address(), context.RequestAborted);
        if (right is Attempt<UserAccount>.Refused { Refusal: var refusal })
        {
            return refusal.Status == StatusCodes.Status401Unauthorized
                ? Refuse.Invalid("currentPassword", "is not your password")
                : refusal;
        }

        if (PasswordRules.Flaw(request.NewPassword, caller.User.Email) is { } flaw)
        {
            return Refuse.Invalid("newPassword", flaw);
        }

        var stamp = Secrets.New();
        await users.SetPasswordAsync(caller.User.Id, passwords.Hash(request.NewPassword), stamp, context.RequestAborted);
        await sessions.RestampAsync(caller.Session.Id, stamp, context.RequestAborted);
        live.ForgetUser(caller.User.Id);
        return null;
    }
}
