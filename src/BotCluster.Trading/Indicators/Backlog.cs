using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// Keeps what the feed appends while a latecomer loads its history, so that the feed never waits for it.
/// </summary>
internal sealed class Backlog(IEnumerable<Candle> held, long firstSequence) : Track
{
    private readonly List<Candle> _candles = [.. held];

    public IReadOnlyList<Candle> Candles => _candles;

    public long FirstSequence => firstSequence;

    internal override void Advance(in Candle candle) => _candles.Add(candle);

    internal override void WarmUp(in Candle candle) => _candles.Add(candle);
}
