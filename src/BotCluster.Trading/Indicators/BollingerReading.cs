namespace BotCluster.Trading.Indicators;

/// <summary>The plain mean of closes with a band of standard deviations around it.</summary>
public readonly record struct BollingerReading(double Upper, double Middle, double Lower)
{
    /// <summary>The distance between the bands as a fraction of the middle.</summary>
    public double Width => Middle == 0 ? 0 : (Upper - Lower) / Middle;
}
