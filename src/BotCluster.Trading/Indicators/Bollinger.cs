using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>Bollinger bands: how far the close usually strays from its mean.</summary>
/// <remarks>
/// John Bollinger: mean of N closes ± a multiple of their standard deviation, divided by N (of the population).
/// The deviation is summed anew from the window each time, around its mean, so it neither drifts nor turns negative.
/// </remarks>
public sealed class Bollinger : IIndicator<BollingerReading>
{
    private readonly RollingSum _closes;
    private readonly double _deviations;

    public Bollinger(BollingerSpec spec)
    {
        _closes = new RollingSum(spec.Period);
        _deviations = spec.Deviations;
    }

    public BollingerReading? Update(in Candle candle)
    {
        _closes.Add(candle.Close);
        if (!_closes.IsFull)
        {
            return null;
        }

        var mean = _closes.Mean;
        var band = _deviations * StandardDeviation(_closes.Samples, mean);
        return new BollingerReading(mean + band, mean, mean - band);
    }

    // Four sums side by side: the processor adds them at once, and the order is the same on every machine.
    private static double StandardDeviation(ReadOnlySpan<double> samples, double mean)
    {
        var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0);
        var index = 0;
        for (; index + 3 < samples.Length; index += 4)
        {
            first += Square(samples[index] - mean);
            second += Square(samples[index + 1] - mean);
            third += Square(samples[index + 2] - mean);
            fourth += Square(samples[index + 3] - mean);
        }

        for (; index < samples.Length; index++)
        {
            first += Square(samples[index] - mean);
        }

        return Math.Sqrt((first + second + third + fourth) / samples.Length);
    }

    private static double Square(double distance) => distance * distance;
}
