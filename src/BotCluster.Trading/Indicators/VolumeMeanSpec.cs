using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>The mean volume of the last candles.</summary>
public sealed record VolumeMeanSpec(int Period = 20) : IIndicatorSpec<double>
{
    public int Period { get; } = Settings.Period(Period, nameof(Period));

    public string Name => $"Volume mean {Period}";

    public int WarmUpOn(Timeframe timeframe) => Period;

    public IIndicator<double> Create() => new VolumeMean(Period);
}
