namespace BotCluster.Trading.Paper;

/// <summary>How hard the paper market is on us.</summary>
public sealed record FillOptions
{
    public static FillOptions Default { get; } = new();

    /// <summary>
    /// What a market order loses against the price it meets, as a share of it: half a spread and a little impact.
    /// 0.05 % is more than a liquid pair costs on most days, so that paper promises less than it keeps.
    /// </summary>
    public decimal Slippage { get; init; } = 0.0005m;

    /// <summary>The largest share of a candle's volume that the orders of one bot trade.</summary>
    public decimal Participation { get; init; } = 0.10m;

    /// <summary>Every violation at once; none where the options can be used.</summary>
    public IEnumerable<string> Violations()
    {
        if (Slippage is < 0m or > 0.05m)
        {
            yield return $"slippage is {Slippage}: 0 to 0.05 (5 %) is allowed.";
        }

        if (Participation is <= 0m or > 1m)
        {
            yield return $"participation is {Participation}: above 0 and up to 1 (the whole volume) is allowed.";
        }
    }
}
