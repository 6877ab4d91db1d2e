using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// A volume-weighted average price by its anchor and how many standard deviations its bands stand off.
/// </summary>
public sealed record VwapSpec(Anchor Anchor = Anchor.UtcDay, double Deviations = 2) : IIndicatorSpec<VwapReading>
{
    public Anchor Anchor { get; } = Anchor.Checked();

    public double Deviations { get; } = Settings.Multiple(Deviations, nameof(Deviations));

    public string Name => $"VWAP {Anchor}/{Deviations}";

    public int WarmUpOn(Timeframe timeframe) => Anchor.WarmUpOn(timeframe);

    public IIndicator<VwapReading> Create() => new Vwap(this);
}
