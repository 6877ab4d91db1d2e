using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Api.Sessions;
using BotCluster.Ledger.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Auth;

/// <summary>Signing in and out, for programs, and what is the same for pages.</summary>
internal static class AuthEndpoints
{
    public static void MapAuth(this IEndpointRouteBuilder routes)
    {
        var auth = routes.MapGroup("/auth").WithTags("Auth");

        auth.MapPost("/sign-in", SignIn).WithName("signIn").AllowAnonymous();
        auth.MapPost("/refresh", Refresh).WithName("refresh").AllowAnonymous();
        auth.MapPost("/sign-out", SignOut).WithName("signOut");
        auth.MapGet("/me", GetMe).WithName("me");
        auth.MapPost("/password", ChangePassword).WithName("changePassword");
        auth.MapPost("/links/redeem", Redeem).WithName("redeemLink").AllowAnonymous();
    }

    private static async Task<Results<Ok<Tokens>, Refusal>> SignIn(
        Body<SignInRequest> body, Credentials credentials, SessionDesk desk, AuditNote note, HttpContext context)
    {
        var checkedUser = await credentials.CheckAsync(body.Value.Email, body.Value.Password, context.Address(), context.RequestAborted);
        if (checkedUser is not Attempt<UserAccount>.Done { Value: var user })
        {
            return ((Attempt<UserAccount>.Refused)checkedUser).Refusal;
        }

        note.Actor = (user.Id, user.Email);
        return TypedResults.Ok(await desk.OpenProgramAsync(user, context.RequestAborted));
    }

    private static async Task<Results<Ok<Tokens>, Refusal>> Refresh(
        Body<RefreshRequest> body, SessionDesk desk, CancellationToken cancellationToken) =>
        await desk.RefreshAsync(body.Value.RefreshToken, cancellationToken) switch
        {
            Attempt<Tokens>.Done done => TypedResults.Ok(done.Value),
            Attempt<Tokens>.Refused refused => refused.Refusal,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<NoContent> SignOut(Caller caller, SessionDesk desk, CancellationToken cancellationToken)
    {
        await desk.EndAsync(caller.Session, cancellationToken);
        return TypedResults.NoContent();
    }

    private static Ok<Me> GetMe(Caller caller) => TypedResults.Ok(Me.Of(caller.User, caller.Session.Memberships));

    private static async Task<Results<NoContent, Refusal>> ChangePassword(
        Body<PasswordRequest> body, Caller caller, PasswordDesk desk, HttpContext context) =>
        await desk.ChangeAsync(caller, body.Value, context) is { } refusal ? refusal : TypedResults.NoContent();

    private static async Task<Results<NoContent, Refusal>> Redeem(
        Body<RedeemRequest> body, PasswordLinks links, AuditNote note, CancellationToken cancellationToken)
    {
        if (body.Value.DisplayName is { } name && NameRules.Flaw(name) is { } flaw)
        {
            return Refuse.Invalid("displayName", flaw);
        }

        switch (await links.RedeemAsync(body.Value.Secret, body.Value.Password, body.Value.DisplayName?.Trim(), cancellationToken))
        {
            case Attempt<UserAccount>.Done { Value: var user }:
                note.Actor = (user.Id, user.Email);
                return TypedResults.NoContent();
            case Attempt<UserAccount>.Refused { Refusal: var refusal }:
                return refusal;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
