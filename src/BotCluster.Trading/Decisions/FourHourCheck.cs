using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>Whether the last closed 4 hour candle confirms a rise: close above EMA 20, ADX above 20.</summary>
internal sealed class FourHourCheck
{
    private const double EnoughAdx = 20;

    private readonly CandleSeries _series;
    private readonly Track<double> _ema;
    private readonly Track<AdxReading> _adx;

    private FourHourCheck(SymbolBoard board)
    {
        _series = board.Series(Timeframe.FourHours);
        _ema = board.Track(Timeframe.FourHours, new EmaSpec(20));
        _adx = board.Track(Timeframe.FourHours, new AdxSpec(14));
    }

    /// <returns>Null where the check is off, or where the bot's own candles do not add up to 4 hours: it then has no finer view to confirm.</returns>
    public static FourHourCheck? For(TrinityOptions options, SymbolBoard board, Timeframe timeframe) =>
        options.FourHourCheck && Timeframe.FourHours.IsMultipleOf(timeframe) ? new FourHourCheck(board) : null;

    /// <summary>Null while 4 hour candles are too few.</summary>
    public bool? Agrees(DateTimeOffset now)
    {
        if (!_series.TryFind(now, out var sequence) || sequence < Math.Max(_ema.Oldest, _adx.Oldest)
            || _ema.At(sequence) is not { } ema || _adx.At(sequence) is not { } adx)
        {
            return null;
        }

        return _series[sequence].Close > ema && adx.Adx > EnoughAdx;
    }
}
