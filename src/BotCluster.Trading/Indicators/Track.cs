using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>What one indicator has read on one series of candles.</summary>
public abstract class Track
{
    private protected Track()
    {
    }

    /// <summary>Takes the next closed candle; only the one writer calls it.</summary>
    internal abstract void Advance(in Candle candle);

    /// <summary>Lets the indicator see a candle from before the first one kept.</summary>
    internal abstract void WarmUp(in Candle candle);
}
