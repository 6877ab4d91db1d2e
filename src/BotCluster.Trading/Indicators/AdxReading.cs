namespace BotCluster.Trading.Indicators;

/// <summary>How strong a trend is (ADX, 0 to 100) and which way it leans (+DI above −DI: upwards).</summary>
public readonly record struct AdxReading(double Adx, double PlusDi, double MinusDi);
