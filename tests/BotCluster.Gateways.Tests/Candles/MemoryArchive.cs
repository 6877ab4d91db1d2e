using System.Runtime.CompilerServices;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Gateways.Tests.Candles;

/// <summary>An archive of candles in memory, by the same rules as the ledger's.</summary>
internal sealed class MemoryArchive : ICandleArchive
{
    private readonly Dictionary<(Symbol Symbol, Timeframe Timeframe), SortedDictionary<DateTimeOffset, Candle>> _series = [];

    public ValueTask<IReadOnlyList<ArchivedSeries>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ArchivedSeries>>([.. _series.Select(series => new ArchivedSeries(
            series.Key.Symbol, series.Key.Timeframe, series.Value.Keys.First(), series.Value.Keys.Last(), series.Value.Count))]);

    public async IAsyncEnumerable<Candle> ReadAsync(
        Symbol symbol,
        Timeframe timeframe,
        DateTimeOffset from,
        DateTimeOffset until,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var candle in _series.GetValueOrDefault((symbol, timeframe), []).Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (candle.OpenTime >= from && candle.OpenTime < until)
            {
                yield return candle;
            }
        }
    }

    public ValueTask<int> AddAsync(
        Symbol symbol, Timeframe timeframe, IReadOnlyList<Candle> candles, CancellationToken cancellationToken)
    {
        if (!_series.TryGetValue((symbol, timeframe), out var series))
        {
            _series.Add((symbol, timeframe), series = []);
        }

        return ValueTask.FromResult(candles.Count(candle => series.TryAdd(candle.OpenTime, candle)));
    }
}
