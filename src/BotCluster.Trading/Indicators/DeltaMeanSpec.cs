using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>The mean size of a candle's delta.</summary>
public sealed record DeltaMeanSpec(int Period = 20) : IIndicatorSpec<double>
{
    public int Period { get; } = Settings.Period(Period, nameof(Period));

    public string Name => $"Delta mean {Period}";

    public int WarmUpOn(Timeframe timeframe) => Period;

    public IIndicator<double> Create() => new DeltaMean(Period);
}
