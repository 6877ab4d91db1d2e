using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>A relative strength index.</summary>
public sealed record RsiSpec(int Period = 14) : IIndicatorSpec<double>
{
    public int Period { get; } = Settings.Period(Period, nameof(Period));

    public string Name => $"RSI {Period}";

    public int WarmUpOn(Timeframe timeframe) => Recursion.WilderPeriods * Period + 1;

    public IIndicator<double> Create() => new Rsi(Period);
}
