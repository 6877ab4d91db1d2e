using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>On-balance volume: volume counted up on a higher close, down on a lower one.</summary>
/// <remarks>
/// Joseph Granville. It starts at 0 with its first candle, so only its changes and its distance from its own mean
/// mean something, never its level.
/// </remarks>
public sealed class Obv : IIndicator<double>
{
    private double? _previousClose;
    private double _value;

    public double? Update(in Candle candle)
    {
        if (_previousClose is { } previous)
        {
            _value += candle.Close.CompareTo(previous) * candle.Volume;
        }

        _previousClose = candle.Close;
        return _value;
    }
}
