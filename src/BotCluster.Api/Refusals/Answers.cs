using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Refusals;

/// <summary>Turns what came of an attempt into an answer.</summary>
internal static class Answers
{
    public static Results<Ok<TAnswer>, Refusal> Ok<T, TAnswer>(this Attempt<T> attempt, Func<T, TAnswer> answer) => attempt switch
    {
        Attempt<T>.Done done => TypedResults.Ok(answer(done.Value)),
        Attempt<T>.Refused refused => refused.Refusal,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Sets the value where it was done, the refusal where it was not.</summary>
    public static bool IsRefused<T>(this Attempt<T> attempt, out T value, out Refusal refusal)
    {
        switch (attempt)
        {
            case Attempt<T>.Refused refused:
                value = default!;
                refusal = refused.Refusal;
                return true;
            case Attempt<T>.Done done:
                value = done.Value;
                refusal = null!;
                return false;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
