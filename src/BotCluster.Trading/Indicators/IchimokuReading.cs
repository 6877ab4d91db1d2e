namespace BotCluster.Trading.Indicators;

/// <summary>The Ichimoku lines that a trader may act on at this candle.</summary>
/// <param name="Tenkan">The middle of the short range, the conversion line.</param>
/// <param name="Kijun">The middle of the medium range, the base line.</param>
/// <param name="SpanA">One edge of the cloud that stands over this candle: it was drawn ahead earlier.</param>
/// <param name="SpanB">The other edge of that cloud.</param>
/// <param name="LeadingSpanA">The edge drawn ahead now, for the candle one displacement later.</param>
/// <param name="LeadingSpanB">The other edge drawn ahead now.</param>
public readonly record struct IchimokuReading(
    double Tenkan, double Kijun, double SpanA, double SpanB, double LeadingSpanA, double LeadingSpanB)
{
    public double CloudTop => Math.Max(SpanA, SpanB);

    public double CloudBottom => Math.Min(SpanA, SpanB);

    /// <summary>Whether the cloud over this candle is bullish: span A above span B.</summary>
    public bool IsBullish => SpanA > SpanB;
}
