using System.Collections.Concurrent;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// The shared candles and indicators of one venue: each distinct indicator is computed once per closed candle, and all
/// bots read it.
/// </summary>
/// <remarks>
/// One writer, the feed; any number of readers, who take no lock and allocate nothing. Read by the time of a
/// candle, never by "the latest", and nothing looks ahead.
/// </remarks>
public sealed class IndicatorBoard(ICandleHistory? history, int capacity = IndicatorBoard.DefaultCapacity)
{
    public const int DefaultCapacity = 512;

    private readonly ConcurrentDictionary<Symbol, SymbolBoard> _symbols = new();
    private readonly DailyCorrelation _correlation = new();

    /// <summary>The part of one symbol; hold on to it where candles are appended at full speed.</summary>
    public SymbolBoard Of(Symbol symbol) =>
        _symbols.TryGetValue(symbol, out var known)
            ? known
            : _symbols.GetOrAdd(symbol, new SymbolBoard(symbol, history, capacity));

    /// <inheritdoc cref="SymbolBoard.Series"/>
    public CandleSeries Series(Symbol symbol, Timeframe timeframe) => Of(symbol).Series(timeframe);

    /// <inheritdoc cref="SymbolBoard.Track"/>
    public Track<T> Track<T>(Symbol symbol, Timeframe timeframe, IIndicatorSpec<T> spec)
        where T : struct => Of(symbol).Track(timeframe, spec);

    /// <inheritdoc cref="SymbolBoard.Append"/>
    public void Append(Symbol symbol, Timeframe finest, in Candle candle) => Of(symbol).Append(finest, candle);

    /// <summary>
    /// How alike two symbols moved over the 30 UTC days that had closed by <paramref name="at"/>: 1 together, -1
    /// against each other; null where fewer than 20 days of both are known, or one of them never moved.
    /// </summary>
    public double? Correlation(Symbol first, Symbol second, DateTimeOffset at) =>
        Of(first).Days is { } left && Of(second).Days is { } right ? _correlation.Between(left, right, at) : null;
}
