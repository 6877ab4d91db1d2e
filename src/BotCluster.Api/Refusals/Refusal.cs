namespace BotCluster.Api.Refusals;

/// <summary>Why a request was not done: a stable code, and words for whoever asked. Answers itself as problem details.</summary>
internal sealed record Refusal(int Status, string Code, string Detail) : IResult, IStatusCodeHttpResult
{
    /// <summary>What is wrong with which part of the request, by its path.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>When it may be asked again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    int? IStatusCodeHttpResult.StatusCode => Status;

    public Task ExecuteAsync(HttpContext httpContext) => ProblemWriter.WriteAsync(httpContext, this);
}
