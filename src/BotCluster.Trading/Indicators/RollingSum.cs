namespace BotCluster.Trading.Indicators;

/// <summary>The sum of the last N samples, and the samples themselves.</summary>
/// <remarks>
/// What every addition and subtraction rounds away is kept and added back (Neumaier's compensated summation, with
/// Knuth's two-sum), so the sum does not drift however long it runs.
/// </remarks>
internal sealed class RollingSum(int period)
{
    private readonly double[] _samples = new double[period];
    private double _sum;
    private double _lost;
    private int _next;
    private int _count;

    public bool IsFull => _count == _samples.Length;

    public double Mean => (_sum + _lost) / _samples.Length;

    /// <summary>The samples in no particular order; all of them count once the window is full.</summary>
    public ReadOnlySpan<double> Samples => _samples;

    public void Add(double sample)
    {
        if (_count == _samples.Length)
        {
            Accumulate(-_samples[_next]);
        }
        else
        {
            _count++;
        }

        Accumulate(sample);
        _samples[_next] = sample;
        _next = _next + 1 == _samples.Length ? 0 : _next + 1;
    }

    private void Accumulate(double term)
    {
        var sum = _sum + term;
        var added = sum - _sum;
        _lost += _sum - (sum - added) + (term - added);
        _sum = sum;
    }
}
