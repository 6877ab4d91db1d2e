using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>What the weighted preset follows besides.</summary>
internal sealed class TrinityContextTracks(TrinityOptions options, SymbolBoard board, Timeframe timeframe)
{
    private static readonly IchimokuSpec CloudSpec = new();
    private static readonly MacdSpec MacdLines = new();
    private static readonly ObvMeanSpec Flow = new(14);
    private static readonly DeltaMeanSpec Surge = new(20);
    private static readonly BollingerSpec Bands = new();
    private static readonly StochasticSpec Oscillator = new();

    private readonly Track<IchimokuReading> _cloud = board.Track(timeframe, CloudSpec);
    private readonly Track<MacdReading> _macd = board.Track(timeframe, MacdLines);
    private readonly Track<ObvMeanReading> _obv = board.Track(timeframe, Flow);
    private readonly Track<DeltaReading> _delta = board.Track(timeframe, new CumulativeDeltaSpec(options.Anchor));
    private readonly Track<double> _meanDelta = board.Track(timeframe, Surge);
    private readonly Track<BollingerReading> _bands = board.Track(timeframe, Bands);
    private readonly Track<StochasticReading> _stochastic = board.Track(timeframe, Oscillator);
    private readonly Track<VwapReading> _vwap = board.Track(timeframe, new VwapSpec(options.Anchor));
    private readonly FourHourCheck? _fourHours = FourHourCheck.For(options, board, timeframe);

    public static IEnumerable<IIndicatorSpec> Specs(TrinityOptions options) =>
    [
        CloudSpec, MacdLines, Flow, Surge, Bands, Oscillator, new CumulativeDeltaSpec(options.Anchor), new VwapSpec(options.Anchor),
    ];

    /// <summary>False while anything is cold.</summary>
    public bool TryRead(long sequence, DateTimeOffset now, out TrinityContext context)
    {
        context = default;
        bool? agrees = null;
        if (sequence - 1 < Oldest
            || _cloud.At(sequence) is not { } cloud || _cloud.At(sequence - 1) is not { } cloudBefore
            || _bands.At(sequence) is not { } bands || _bands.At(sequence - 1) is not { } bandsBefore
            || _stochastic.At(sequence) is not { } stochastic || _stochastic.At(sequence - 1) is not { } stochasticBefore
            || _macd.At(sequence) is not { } macd
            || _obv.At(sequence) is not { } obv
            || _delta.At(sequence) is not { } delta
            || _meanDelta.At(sequence) is not { } meanDelta
            || _vwap.At(sequence) is not { } vwap
            || (_fourHours is not null && (agrees = _fourHours.Agrees(now)) is null))
        {
            return false;
        }

        context = new TrinityContext
        {
            Cloud = cloud,
            CloudTopBefore = cloudBefore.CloudTop,
            Macd = macd,
            ObvExcess = obv.Excess,
            Delta = delta,
            MeanDelta = meanDelta,
            BandWidth = bands.Width,
            BandWidthBefore = bandsBefore.Width,
            Stochastic = stochastic,
            StochasticBefore = stochasticBefore,
            VwapUpper = vwap.Upper,
            FourHourAgrees = agrees,
        };
        return true;
    }

    private long Oldest => Math.Max(
        Math.Max(Math.Max(_cloud.Oldest, _macd.Oldest), Math.Max(_obv.Oldest, _delta.Oldest)),
        Math.Max(Math.Max(_meanDelta.Oldest, _bands.Oldest), Math.Max(_stochastic.Oldest, _vwap.Oldest)));
}
