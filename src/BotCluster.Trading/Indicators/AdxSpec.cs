using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>An average directional index with its directional indicators.</summary>
public sealed record AdxSpec(int Period = 14) : IIndicatorSpec<AdxReading>
{
    public int Period { get; } = Settings.Period(Period, nameof(Period));

    public string Name => $"ADX {Period}";

    public int WarmUpOn(Timeframe timeframe) => (Recursion.WilderPeriods + 5) * Period + 1;

    public IIndicator<AdxReading> Create() => new Adx(Period);
}
