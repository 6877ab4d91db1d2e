using BotCluster.Api.Access;
using BotCluster.Api.Auditing;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using BotCluster.Api.Sessions;
using BotCluster.Ledger.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Auth;

/// <summary>Signing a page in and out: by cookies that scripts cannot read, so that no token can be stolen from them.</summary>
internal static class PageAuthEndpoints
{
    public static void MapPageAuth(this IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/auth/page").WithTags("Auth");

        page.MapPost("/sign-in", SignIn).WithName("pageSignIn").AllowAnonymous();
        page.MapPost("/sign-out", SignOut).WithName("pageSignOut");
    }

    private static async Task<Results<Ok<PageSignIn>, Refusal>> SignIn(
        Body<SignInRequest> body, Credentials credentials, PageDoor door, AuditNote note, HttpContext context)
    {
        var checkedUser = await credentials.CheckAsync(body.Value.Email, body.Value.Password, context.Address(), context.RequestAborted);
        if (checkedUser is not Attempt<UserAccount>.Done { Value: var user })
        {
            return ((Attempt<UserAccount>.Refused)checkedUser).Refusal;
        }

        note.Actor = (user.Id, user.Email);
        return TypedResults.Ok(await door.OpenAsync(user, context));
    }

    private static async Task<NoContent> SignOut(Caller caller, SessionDesk desk, HttpContext context)
    {
        await desk.EndAsync(caller.Session, context.RequestAborted);
        PageCookies.Clear(context);
        return TypedResults.NoContent();
    }
}
