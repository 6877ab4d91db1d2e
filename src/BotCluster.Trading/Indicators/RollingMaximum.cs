namespace BotCluster.Trading.Indicators;

/// <summary>The highest of the last N samples; for the lowest, give it the samples with their signs turned.</summary>
/// <remarks>
/// Keeps only samples that may still become the highest, in falling order (a monotonic queue), so one update costs
/// the same on average whatever the window.
/// </remarks>
internal sealed class RollingMaximum
{
    private readonly int _period;
    private readonly int _mask;
    private readonly double[] _values;
    private readonly long[] _positions;
    private long _head;
    private long _tail;
    private long _seen;

    public RollingMaximum(int period)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)period + 1);
        _period = period;
        _mask = size - 1;
        _values = new double[size];
        _positions = new long[size];
    }

    public bool IsFull => _seen >= _period;

    public double Value => _values[(int)(_head & _mask)];

    public void Add(double sample)
    {
        while (_tail > _head && _values[(int)((_tail - 1) & _mask)] <= sample)
        {
            _tail--;
        }

        _values[(int)(_tail & _mask)] = sample;
        _positions[(int)(_tail & _mask)] = _seen;
        _tail++;
        _seen++;
        if (_positions[(int)(_head & _mask)] < _seen - _period)
        {
            _head++;
        }
    }
}
