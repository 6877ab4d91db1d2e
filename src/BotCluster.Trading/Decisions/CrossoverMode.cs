using BotCluster.Trading.Bots;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>Trades the crossing of two moving averages.</summary>
/// <remarks>
/// An exit goes by where the averages stand, not by the moment they crossed, so that a cross that came while the bot
/// was paused is not lost. With both sides, the cross that ends a long is a fresh cross for the short.
/// </remarks>
internal sealed class CrossoverMode : IDecisionMode
{
    private readonly CrossoverOptions _options;
    private readonly Averages[] _averages;
    private readonly string _fastName;
    private readonly string _slowName;

    public CrossoverMode(CrossoverOptions options, BotSettings settings, IndicatorBoard board)
    {
        var fast = options.Average.Over(options.Fast);
        var slow = options.Average.Over(options.Slow);
        _options = options;
        _fastName = fast.Name;
        _slowName = slow.Name;
        _averages =
        [
            .. settings.Symbols.Select(symbol => new Averages(
                board.Series(symbol, settings.Timeframe),
                board.Track(symbol, settings.Timeframe, fast),
                board.Track(symbol, settings.Timeframe, slow))),
        ];
    }

    public ValueTask<IReadOnlyList<Signal>> DecideAsync(DecisionView view, CancellationToken cancellationToken)
    {
        List<Signal>? signals = null;
        for (var index = 0; index < _averages.Length; index++)
        {
            var symbol = view.Symbols[index];
            if (symbol.Sequence is { } sequence && _averages[index].At(sequence) is { } cross)
            {
                Decide(symbol, cross, ref signals);
            }
        }

        return new ValueTask<IReadOnlyList<Signal>>(signals ?? (IReadOnlyList<Signal>)[]);
    }

    private void Decide(SymbolView symbol, in Cross cross, ref List<Signal>? signals)
    {
        if (cross.Side is not { } side)
        {
            return;
        }

        var opposes = symbol.Position is { } position && position.Direction != side;
        if (opposes)
        {
            (signals ??= []).Add(new Signal.Close(symbol.Symbol, Describe(cross, side)));
        }

        var isFree = (symbol.Position is null || opposes) && !symbol.HasPendingEntry;
        var isOffered = _options.Sides.Includes(side) && (side == Direction.Long || symbol.CanShort);
        if (isFree && isOffered && (_options.AlwaysInMarket || cross.IsFresh))
        {
            (signals ??= []).Add(new Signal.Enter(symbol.Symbol, side, 1.0, Describe(cross, side))
            {
                Stop = Terms.StopAt(side, cross.Close, _options.Stop),
                Target = Terms.TargetAt(side, cross.Close, _options.Target),
                Leverage = _options.Leverage,
            });
        }
    }

    private string Describe(in Cross cross, Direction side)
    {
        var verb = cross.IsFresh ? "crossed" : "is";
        var where = side == Direction.Long ? "above" : "below";
        return $"{_fastName} ({Terms.Spell(cross.Fast)}) {verb} {where} {_slowName} ({Terms.Spell(cross.Slow)})";
    }

    private sealed record Averages(CandleSeries Series, Track<double> Fast, Track<double> Slow)
    {
        /// <summary>Null while one of them is cold, at this candle or the one before.</summary>
        public Cross? At(long sequence)
        {
            if (sequence - 1 < Math.Max(Fast.Oldest, Slow.Oldest)
                || Fast.At(sequence) is not { } fast || Slow.At(sequence) is not { } slow
                || Fast.At(sequence - 1) is not { } fastBefore || Slow.At(sequence - 1) is not { } slowBefore)
            {
                return null;
            }

            return new Cross(Series[sequence].Close, fast, slow, SideOf(fast, slow) != SideOf(fastBefore, slowBefore));
        }
    }

    private static Direction? SideOf(double fast, double slow) =>
        fast > slow ? Direction.Long : fast < slow ? Direction.Short : null;

    private readonly record struct Cross(double Close, double Fast, double Slow, bool IsFresh)
    {
        public Direction? Side => SideOf(Fast, Slow);
    }
}
