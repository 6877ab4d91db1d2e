using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Ports;

/// <summary>Where imported candles are kept. What is kept is never changed: a candle that is there already stays as it is.</summary>
public interface ICandleArchive
{
    /// <summary>Every series that is kept.</summary>
    ValueTask<IReadOnlyList<ArchivedSeries>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The candles that opened at <paramref name="from"/> or later and before <paramref name="until"/>, oldest first.</summary>
    IAsyncEnumerable<Candle> ReadAsync(
        Symbol symbol, Timeframe timeframe, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Keeps every candle whose place is still free, all of them or (where it fails) none.</summary>
    /// <returns>How many were kept.</returns>
    ValueTask<int> AddAsync(
        Symbol symbol, Timeframe timeframe, IReadOnlyList<Candle> candles, CancellationToken cancellationToken);
}

/// <summary>A series of candles in an archive.</summary>
/// <param name="Symbol">Whose candles they are.</param>
/// <param name="Timeframe">How long each lasts.</param>
/// <param name="First">When the oldest opened.</param>
/// <param name="Last">When the newest opened.</param>
/// <param name="Count">How many there are.</param>
public sealed record ArchivedSeries(Symbol Symbol, Timeframe Timeframe, DateTimeOffset First, DateTimeOffset Last, long Count);
