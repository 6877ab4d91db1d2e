namespace BotCluster.Trading.Indicators;

/// <summary>
/// Wilder's smoothing: the plain mean of the first N samples, then a step of 1/N towards each new one.
/// </summary>
/// <remarks>Source: J. Welles Wilder, New Concepts in Technical Trading Systems (1978).</remarks>
internal sealed class WilderMean(int period)
{
    private int _seen;

    public bool IsFull => _seen == period;

    /// <summary>The mean once full; the sum so far before that.</summary>
    public double Value { get; private set; }

    public void Add(double sample)
    {
        if (_seen == period)
        {
            Value += (sample - Value) / period;
            return;
        }

        Value += sample;
        if (++_seen == period)
        {
            Value /= period;
        }
    }
}
