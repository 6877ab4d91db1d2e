using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// A figure that follows the market: it takes one closed candle after the other and says what they add up to.
/// </summary>
public interface IIndicator<T>
    where T : struct
{
    /// <returns>
    /// The reading after this candle; null until enough candles were seen, and never again null after that.
    /// </returns>
    T? Update(in Candle candle);
}
