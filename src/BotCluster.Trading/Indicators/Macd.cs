using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// Moving average convergence/divergence: how far a fast average runs ahead of a slow one, and the mean of that.
/// </summary>
/// <remarks>
/// Gerald Appel: line = EMA(fast) − EMA(slow), signal = EMA of the line; every EMA is seeded with a plain mean.
/// Null until the signal is known.
/// </remarks>
public sealed class Macd : IIndicator<MacdReading>
{
    private readonly Ema _fast;
    private readonly Ema _slow;
    private readonly Ema _signal;

    public Macd(MacdSpec spec)
    {
        _fast = new Ema(spec.Fast);
        _slow = new Ema(spec.Slow);
        _signal = new Ema(spec.Signal);
    }

    public MacdReading? Update(in Candle candle)
    {
        var fast = _fast.Update(candle);
        var slow = _slow.Update(candle);
        return fast - slow is { } line && _signal.Update(line) is { } signal ? new MacdReading(line, signal) : null;
    }
}
