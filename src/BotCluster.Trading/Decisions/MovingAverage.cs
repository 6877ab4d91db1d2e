using BotCluster.Trading.Indicators;

namespace BotCluster.Trading.Decisions;

/// <summary>Which kind of moving average: simple, or exponential (which follows faster).</summary>
public enum MovingAverage
{
    Sma = 1,
    Ema = 2,
}

/// <summary>The indicator that each kind of moving average is.</summary>
internal static class MovingAverages
{
    public static IIndicatorSpec<double> Over(this MovingAverage average, int period) =>
        average == MovingAverage.Sma ? new SmaSpec(period) : new EmaSpec(period);
}
