namespace BotCluster.Api.Refusals;

/// <summary>A refusal as it travels (RFC 9457).</summary>
internal sealed record Problem
{
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required int Status { get; init; }

    public required string Detail { get; init; }

    /// <summary>Stable, for programs.</summary>
    public required string Code { get; init; }

    /// <summary>To find the request in the logs.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>What is wrong with which part of the request, by its path.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }
}
