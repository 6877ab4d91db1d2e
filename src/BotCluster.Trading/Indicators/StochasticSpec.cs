using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>A stochastic oscillator by the period of its range, the smoothing of %K and the period of %D.</summary>
public sealed record StochasticSpec(int Period = 14, int Smoothing = 3, int Signal = 3)
    : IIndicatorSpec<StochasticReading>
{
    public int Period { get; } = Settings.Period(Period, nameof(Period));

    public int Smoothing { get; } = Settings.Period(Smoothing, nameof(Smoothing));

    public int Signal { get; } = Settings.Period(Signal, nameof(Signal));

    public string Name => $"Stochastic {Period}/{Smoothing}/{Signal}";

    public int WarmUpOn(Timeframe timeframe) => Period + Smoothing + Signal - 2;

    public IIndicator<StochasticReading> Create() => new Stochastic(this);
}
