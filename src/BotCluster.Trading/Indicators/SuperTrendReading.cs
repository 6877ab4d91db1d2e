using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>The line that a close has to cross to turn the trend, and which way the trend runs now.</summary>
public readonly record struct SuperTrendReading(double Value, Direction Direction);
