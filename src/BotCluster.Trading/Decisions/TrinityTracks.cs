using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>What both presets of trinity follow of one symbol.</summary>
internal sealed class TrinityTracks
{
    private static readonly SmaSpec Regime = new(200);
    private static readonly EmaSpec Bounce = new(20);
    private static readonly AdxSpec Strength = new(14);
    private static readonly RsiSpec Momentum = new(14);
    private static readonly VolumeMeanSpec Volume = new(20);
    private static readonly SuperTrendSpec Turn = new(10, 3);

    private readonly TrinityOptions _options;
    private readonly Track<double> _sma200;
    private readonly Track<double> _ema20;
    private readonly Track<AdxReading> _adx;
    private readonly Track<double> _rsi;
    private readonly Track<double> _volume;
    private readonly Track<SuperTrendReading> _superTrend;
    private readonly TrinityContextTracks? _context;

    public TrinityTracks(TrinityOptions options, SymbolBoard board, Timeframe timeframe)
    {
        _options = options;
        Series = board.Series(timeframe);
        _sma200 = board.Track(timeframe, Regime);
        _ema20 = board.Track(timeframe, Bounce);
        _adx = board.Track(timeframe, Strength);
        _rsi = board.Track(timeframe, Momentum);
        _volume = board.Track(timeframe, Volume);
        _superTrend = board.Track(timeframe, Turn);
        _context = options.Preset == TrinityPreset.Weighted ? new TrinityContextTracks(options, board, timeframe) : null;
    }

    public CandleSeries Series { get; }

    public static IEnumerable<IIndicatorSpec> Specs(TrinityOptions options) =>
    [
        Regime, Bounce, Strength, Momentum, Volume, Turn,
        .. options.Preset == TrinityPreset.Weighted ? TrinityContextTracks.Specs(options) : [],
    ];

    /// <summary>Null while anything the preset looks at is cold.</summary>
    public TrinityFeatures? At(long sequence, DateTimeOffset now)
    {
        var context = default(TrinityContext);
        if (sequence - Math.Max(_options.DipWindow, 1) < Oldest
            || _sma200.At(sequence) is not { } sma200
            || _ema20.At(sequence) is not { } ema20
            || _adx.At(sequence) is not { } adx
            || _rsi.At(sequence) is not { } rsi
            || _volume.At(sequence) is not { } volume
            || LowestRsi(sequence) is not { } lowestRsi
            || (_context is not null && !_context.TryRead(sequence, now, out context)))
        {
            return null;
        }

        var candle = Series[sequence];
        return new TrinityFeatures
        {
            Close = candle.Close,
            Low = candle.Low,
            Volume = candle.Volume,
            CloseBefore = Series[sequence - 1].Close,
            Sma200 = sma200,
            Ema20 = ema20,
            Adx = adx.Adx,
            Rsi = rsi,
            LowestRsi = lowestRsi,
            MeanVolume = volume,
            Context = context,
        };
    }

    /// <summary>Whether the close is below SMA 200; null while that is not known.</summary>
    public bool? IsBelowRegime(long sequence) =>
        sequence >= Oldest && _sma200.At(sequence) is { } sma200 ? Series[sequence].Close < sma200 : null;

    /// <summary>Whether SuperTrend says sell; null while that is not known.</summary>
    public bool? SaysSell(long sequence) =>
        sequence >= Oldest && _superTrend.At(sequence) is { } turn ? turn.Direction == Direction.Short : null;

    // All tracks of one series keep the same candles, but one that joined late may begin later.
    private long Oldest => Math.Max(
        Math.Max(Math.Max(_sma200.Oldest, _ema20.Oldest), Math.Max(_adx.Oldest, _rsi.Oldest)),
        Math.Max(_volume.Oldest, _superTrend.Oldest));

    private double? LowestRsi(long sequence)
    {
        var lowest = double.MaxValue;
        for (var at = sequence - _options.DipWindow; at <= sequence; at++)
        {
            if (_rsi.At(at) is not { } rsi)
            {
                return null;
            }

            lowest = Math.Min(lowest, rsi);
        }

        return lowest;
    }
}
