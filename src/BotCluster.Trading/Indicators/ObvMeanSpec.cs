using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>On-balance volume against its own mean.</summary>
public sealed record ObvMeanSpec(int Period = 14) : IIndicatorSpec<ObvMeanReading>
{
    public int Period { get; } = Settings.Period(Period, nameof(Period));

    public string Name => $"OBV mean {Period}";

    public int WarmUpOn(Timeframe timeframe) => Period + 1;

    public IIndicator<ObvMeanReading> Create() => new ObvMean(Period);
}
