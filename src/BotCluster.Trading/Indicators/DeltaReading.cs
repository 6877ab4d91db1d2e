namespace BotCluster.Trading.Indicators;

/// <summary>Buying less selling: of this candle, and added up since the anchor.</summary>
public readonly record struct DeltaReading(double Candle, double Cumulative);
