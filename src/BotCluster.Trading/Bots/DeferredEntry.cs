using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Bots;

/// <summary>The second half of a flip: an entry that waits until the position against it is closed, proven by its trades.</summary>
/// <param name="Symbol">What to enter.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Confidence">As the mode said.</param>
/// <param name="Reason">As the mode said.</param>
/// <param name="Until">After this instant it is stale and forgotten.</param>
public sealed record DeferredEntry(Symbol Symbol, Direction Direction, double Confidence, string Reason, DateTimeOffset Until)
{
    public double? Stop { get; init; }

    public double? Target { get; init; }

    public decimal? SizeShare { get; init; }

    public decimal? Leverage { get; init; }
}
