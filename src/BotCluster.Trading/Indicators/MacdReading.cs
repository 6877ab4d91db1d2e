namespace BotCluster.Trading.Indicators;

/// <summary>
/// MACD line, its signal line, and the histogram between them (above zero: the line is above its signal).
/// </summary>
public readonly record struct MacdReading(double Line, double Signal)
{
    public double Histogram => Line - Signal;
}
