namespace BotCluster.Api.Market;

/// <summary>One closed candle.</summary>
internal sealed record Candle(
    DateTimeOffset OpenTime, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume)
{
    public static Candle Of(Trading.Markets.Candle candle) => new(
        candle.OpenTime,
        (decimal)candle.Open,
        (decimal)candle.High,
        (decimal)candle.Low,
        (decimal)candle.Close,
        (decimal)candle.Volume);
}
