using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>A cumulative delta by its anchor.</summary>
public sealed record CumulativeDeltaSpec(Anchor Anchor = Anchor.UtcDay) : IIndicatorSpec<DeltaReading>
{
    public Anchor Anchor { get; } = Anchor.Checked();

    public string Name => $"Cumulative delta {Anchor}";

    public int WarmUpOn(Timeframe timeframe) => Anchor.WarmUpOn(timeframe);

    public IIndicator<DeltaReading> Create() => new CumulativeDelta(Anchor);
}
