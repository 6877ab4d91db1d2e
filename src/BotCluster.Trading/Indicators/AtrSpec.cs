using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>An average true range.</summary>
public sealed record AtrSpec(int Period = 14) : IIndicatorSpec<double>
{
    public int Period { get; } = Settings.Period(Period, nameof(Period));

    public string Name => $"ATR {Period}";

    public int WarmUpOn(Timeframe timeframe) => Recursion.WilderPeriods * Period + 1;

    public IIndicator<double> Create() => new Atr(Period);
}
