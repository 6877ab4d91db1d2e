using System.Security.Cryptography;
using System.Text;
using BotCluster.Api.Access;
using BotCluster.Api.Refusals;
using BotCluster.Ledger.People;
using Microsoft.AspNetCore.DataProtection;

namespace BotCluster.Api.Http;

/// <summary>Gives a creation that is asked for twice under one key its first answer again, and makes nothing twice.</summary>
/// <remarks>Answers are kept sealed, because one of them may hold a one-time link.</remarks>
internal sealed class IdempotencyGuard(
    RequestDelegate next, IdempotencyStore store, IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Header = "Idempotency-Key";
    public const int Longest = 100;

    private readonly IDataProtector _protector = protection.CreateProtector("BotCluster.Answers.v1");

    public Task InvokeAsync(HttpContext context)
    {
        var key = context.Request.Headers[Header].ToString();
        if (key.Length == 0
            || context.GetEndpoint()?.Metadata.GetMetadata<Idempotent>() is null
            || Caller.Of(context.User) is not { } caller)
        {
            return next(context);
        }

        return key.Length <= Longest && key.All(character => character is > ' ' and < '\u007f')
            ? GuardAsync(context, caller.User.Id, key)
            : Refuse.Invalid(Header, $"has to have 1 to {Longest} printable characters without blanks").ExecuteAsync(context);
    }

    private async Task GuardAsync(HttpContext context, Guid user, string key)
    {
        if (await JsonBody.BytesAsync(context.Request, context.RequestAborted) is not { } body)
        {
            await Refuse.TooLarge(JsonBody.LargestBytes).ExecuteAsync(context);
            return;
        }

        context.Request.Body = new MemoryStream(body.ToArray());
        switch (await store.ClaimAsync(user, key, HashOf(context.Request, body), clock.GetUtcNow(), context.RequestAborted))
        {
            case KeyAnswer.Fresh:
                await AnswerOnceAsync(context, user, key);
                break;
            case KeyAnswer.Answered answered:
                await RepeatAsync(context, answered);
                break;
            case KeyAnswer.Busy:
                await Refuse.Conflict("still-at-work", "The first request under this key is still at work; ask again.")
                    .ExecuteAsync(context);
                break;
            case KeyAnswer.OfAnother:
                await new Refusal(
                    StatusCodes.Status422UnprocessableEntity, "key-reused", "This key was used for another request; take a new one.")
                    .ExecuteAsync(context);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task AnswerOnceAsync(HttpContext context, Guid user, string key)
    {
        var original = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        var isKept = false;
        try
        {
            await next(context);
            if (context.Response.StatusCode < StatusCodes.Status400BadRequest)
            {
                var kept = _protector.Protect(Envelope(context.Response, answer));
                await store.CompleteAsync(user, key, context.Response.StatusCode, kept, CancellationToken.None);
                isKept = true;
            }
        }
        finally
        {
            context.Response.Body = original;
            if (!isKept)
            {
                // What was refused may be asked again, put right, under the same key.
                await store.ReleaseAsync(user, key, CancellationToken.None);
            }
        }

        answer.Position = 0;
        await answer.CopyToAsync(original, context.RequestAborted);
    }

    private async Task RepeatAsync(HttpContext context, KeyAnswer.Answered answered)
    {
        var envelope = _protector.Unprotect(answered.Body.ToArray());
        var end = Array.IndexOf(envelope, (byte)'\n');
        context.Response.StatusCode = answered.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        if (end > 0)
        {
            context.Response.Headers.Location = Encoding.ASCII.GetString(envelope, 0, end);
        }

        await context.Response.Body.WriteAsync(envelope.AsMemory(end + 1), context.RequestAborted);
    }

    private static byte[] Envelope(HttpResponse response, MemoryStream body) =>
        [.. Encoding.ASCII.GetBytes(response.Headers.Location.ToString()), (byte)'\n', .. body.ToArray()];

    private static byte[] HashOf(HttpRequest request, ReadOnlyMemory<byte> body) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"), .. body.Span]);
}
