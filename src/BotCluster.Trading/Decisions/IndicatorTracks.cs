using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>What the indicator mode follows of one symbol.</summary>
internal sealed class IndicatorTracks(IndicatorOptions options, SymbolBoard board, Timeframe timeframe)
{
    private readonly CandleSeries _series = board.Series(timeframe);
    private readonly Track<double> _fast = board.Track(timeframe, new EmaSpec(options.Fast));
    private readonly Track<double> _slow = board.Track(timeframe, new EmaSpec(options.Slow));
    private readonly Track<double> _trend = board.Track(timeframe, new EmaSpec(options.Trend));
    private readonly Track<double> _rsi = board.Track(timeframe, new RsiSpec(options.RsiPeriod));
    private readonly Track<double> _volume = board.Track(timeframe, new VolumeMeanSpec(options.VolumePeriod));
    private readonly Track<DonchianReading> _range = board.Track(timeframe, new DonchianSpec(options.BreakoutCandles));

    public static IEnumerable<IIndicatorSpec> Specs(IndicatorOptions options) =>
    [
        new EmaSpec(options.Fast),
        new EmaSpec(options.Slow),
        new EmaSpec(options.Trend),
        new RsiSpec(options.RsiPeriod),
        new VolumeMeanSpec(options.VolumePeriod),
        new DonchianSpec(options.BreakoutCandles),
    ];

    /// <summary>Null while one of them is cold.</summary>
    public IndicatorReading? At(long sequence)
    {
        var window = options.Preset == IndicatorPreset.Strict ? 1 : options.PullbackWindow;
        if (sequence - Math.Max(window - 1, 1) < Oldest
            || _fast.At(sequence) is not { } fast
            || _slow.At(sequence) is not { } slow
            || _trend.At(sequence) is not { } trend
            || _rsi.At(sequence) is not { } rsi
            || _rsi.At(sequence - 1) is not { } rsiBefore
            || _volume.At(sequence) is not { } volume
            || _range.At(sequence) is not { } range
            || RsiRange(sequence, window) is not { } extremes)
        {
            return null;
        }

        return new IndicatorReading(_series[sequence])
        {
            Fast = fast,
            Slow = slow,
            Trend = trend,
            Rsi = rsi,
            RsiBefore = rsiBefore,
            LowestRsi = extremes.Lowest,
            HighestRsi = extremes.Highest,
            MeanVolume = volume,
            Range = range,
        };
    }

    // All tracks of one series keep the same candles, but one that joined late may begin later.
    private long Oldest => Math.Max(
        Math.Max(Math.Max(_fast.Oldest, _slow.Oldest), Math.Max(_trend.Oldest, _rsi.Oldest)),
        Math.Max(_volume.Oldest, _range.Oldest));

    private (double Lowest, double Highest)? RsiRange(long sequence, int window)
    {
        var (lowest, highest) = (double.MaxValue, double.MinValue);
        for (var at = sequence - window + 1; at <= sequence; at++)
        {
            if (_rsi.At(at) is not { } rsi)
            {
                return null;
            }

            lowest = Math.Min(lowest, rsi);
            highest = Math.Max(highest, rsi);
        }

        return (lowest, highest);
    }
}
