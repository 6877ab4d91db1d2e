using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>An exponential moving average of closes.</summary>
public sealed record EmaSpec(int Period) : IIndicatorSpec<double>
{
    public int Period { get; } = Settings.Period(Period, nameof(Period));

    public string Name => $"EMA {Period}";

    public int WarmUpOn(Timeframe timeframe) => Recursion.EmaPeriods * Period;

    public IIndicator<double> Create() => new Ema(Period);
}
