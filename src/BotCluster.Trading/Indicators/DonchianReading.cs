namespace BotCluster.Trading.Indicators;

/// <summary>The highest high and the lowest low of the candles before this one: what a breakout has to beat.</summary>
public readonly record struct DonchianReading(double High, double Low)
{
    public double Middle => (High + Low) / 2;
}
