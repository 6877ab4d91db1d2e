using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>On-balance volume, counted from the first candle given; compare it with itself only.</summary>
public sealed record ObvSpec : IIndicatorSpec<double>
{
    public string Name => "OBV";

    public int WarmUpOn(Timeframe timeframe) => 1;

    public IIndicator<double> Create() => new Obv();
}
