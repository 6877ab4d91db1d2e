using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>Where past candles come from when a board has to warm up.</summary>
public interface ICandleHistory
{
    /// <returns>
    /// The last <paramref name="count"/> candles that closed at or before <paramref name="before"/>, oldest first;
    /// fewer where fewer are known.
    /// </returns>
    IReadOnlyList<Candle> Before(Symbol symbol, Timeframe timeframe, DateTimeOffset before, int count);
}
