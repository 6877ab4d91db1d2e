namespace BotCluster.Api.Http;

/// <summary>One page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">The cursor of the page after it; null on the last one.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    public const int DefaultLimit = 100;
    public const int LargestLimit = 500;
}
