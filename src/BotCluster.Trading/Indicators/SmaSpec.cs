using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>A simple moving average of closes.</summary>
public sealed record SmaSpec(int Period) : IIndicatorSpec<double>
{
    public int Period { get; } = Settings.Period(Period, nameof(Period));

    public string Name => $"SMA {Period}";

    public int WarmUpOn(Timeframe timeframe) => Period;

    public IIndicator<double> Create() => new Sma(Period);
}
