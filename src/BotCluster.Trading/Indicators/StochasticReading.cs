namespace BotCluster.Trading.Indicators;

/// <summary>Where the close stands in its recent range, 0 to 100 (%K), and the mean of that (%D).</summary>
public readonly record struct StochasticReading(double K, double D);
