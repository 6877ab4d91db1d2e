using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// What a line needs from before the first fine candle it is given: whole candles, and the parts of the one that was
/// forming then.
/// </summary>
internal sealed record PastCandles(
    DateTimeOffset FormingSince, IReadOnlyList<Candle> Whole, IReadOnlyList<Candle> Parts)
{
    public static PastCandles Of(
        SeriesLine line, ICandleHistory? history, (Timeframe Timeframe, DateTimeOffset FirstOpen) finest, int atLeast)
    {
        var series = line.Series;
        var formingSince = series.Timeframe.OpenOf(finest.FirstOpen);
        var whole = Before(history, series.Symbol, series.Timeframe, formingSince, line.LongestWarmUp + atLeast);
        var partsOfOne = series.Timeframe.Minutes / finest.Timeframe.Minutes;
        var parts = formingSince == finest.FirstOpen
            ? []
            : Before(history, series.Symbol, finest.Timeframe, finest.FirstOpen, partsOfOne);
        return new PastCandles(formingSince, whole, parts);
    }

    /// <summary>
    /// Asks the history and refuses an answer that would let a decision see the future or count a candle twice.
    /// </summary>
    public static IReadOnlyList<Candle> Before(
        ICandleHistory? history, Symbol symbol, Timeframe timeframe, DateTimeOffset before, int count)
    {
        if (history is null || count == 0)
        {
            return [];
        }

        var candles = history.Before(symbol, timeframe, before, count);
        var closed = DateTimeOffset.MinValue;
        foreach (var candle in candles)
        {
            if (candle.OpenTime < closed || candle.OpenTime + timeframe.Length > before)
            {
                throw new InvalidOperationException(
                    $"The history of {symbol} {timeframe} before {before:u} holds a candle that opened at "
                    + $"{candle.OpenTime:u} out of order or too late.");
            }

            closed = candle.OpenTime + timeframe.Length;
        }

        return candles;
    }

    public void Fill(SeriesLine line, Timeframe finest)
    {
        foreach (var candle in Whole)
        {
            line.Close(candle);
        }

        foreach (var part in Parts)
        {
            if (part.OpenTime < FormingSince)
            {
                line.SeenBefore(FormingSince);
            }
            else
            {
                line.Take(part, finest.Length.Ticks);
            }
        }
    }
}
