namespace BotCluster.Trading.Sizing;

/// <summary>How large a bot's entries are: the share of its equity that it puts up as margin.</summary>
public abstract record SizingOptions
{
    private SizingOptions()
    {
    }

    /// <summary>The same share each time, unless the mode proposes one.</summary>
    public sealed record FixedFraction : SizingOptions
    {
        public decimal Share { get; init; } = 0.10m;
    }
}
