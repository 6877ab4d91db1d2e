namespace BotCluster.Gateways.Candles;

/// <summary>Candles that are missing between two that are there.</summary>
/// <param name="First">When the first missing candle would have opened.</param>
/// <param name="Last">When the last missing candle would have opened.</param>
/// <param name="Count">How many are missing.</param>
public sealed record CandleGap(DateTimeOffset First, DateTimeOffset Last, long Count);
