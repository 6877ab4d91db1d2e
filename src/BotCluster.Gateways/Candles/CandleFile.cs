using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Candles;

/// <summary>A candle file of which every row was good.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Timeframe">How long each candle lasts.</param>
/// <param name="Candles">Its candles, oldest first; at least one.</param>
/// <param name="Gaps">What is missing between them.</param>
public sealed record CandleFile(string File, Timeframe Timeframe, IReadOnlyList<Candle> Candles, IReadOnlyList<CandleGap> Gaps);
