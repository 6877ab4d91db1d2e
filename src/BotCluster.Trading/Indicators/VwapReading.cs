namespace BotCluster.Trading.Indicators;

/// <summary>The average price paid since the anchor, with a band around it.</summary>
public readonly record struct VwapReading(double Vwap, double Upper, double Lower);
