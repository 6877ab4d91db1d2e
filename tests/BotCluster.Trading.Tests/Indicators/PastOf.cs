using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Indicators;

/// <summary>
/// A history of one symbol's candles; answers as a store of candles would.
/// </summary>
internal sealed class PastOf(params (Timeframe Timeframe, Candle[] Candles)[] series) : ICandleHistory
{
    private readonly Dictionary<Timeframe, Candle[]> _series =
        series.ToDictionary(one => one.Timeframe, one => one.Candles);

    public List<(Timeframe Timeframe, DateTimeOffset Before, int Count)> Asked { get; } = [];

    public Action? WhenAsked { get; set; }

    public IReadOnlyList<Candle> Before(Symbol symbol, Timeframe timeframe, DateTimeOffset before, int count)
    {
        Asked.Add((timeframe, before, count));
        WhenAsked?.Invoke();
        return _series.TryGetValue(timeframe, out var candles)
            ? [.. candles.Where(candle => candle.OpenTime + timeframe.Length <= before).TakeLast(count)]
            : [];
    }
}
