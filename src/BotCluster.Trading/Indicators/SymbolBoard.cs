using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// The part of an indicator board that follows one symbol, in every timeframe that somebody asked for.
/// </summary>
public sealed class SymbolBoard
{
    // What correlations need where nobody asked for days.
    private const int FewDays = 32;

    private readonly ICandleHistory? _history;
    private readonly int _capacity;
    private readonly Dictionary<Timeframe, SeriesLine> _lines = [];

    // Registering may wait for history, and one waits for the other. The feed only ever meets the gate, which is
    // held for moments. Order: registering, then gate.
    private readonly Lock _registering = new();
    private readonly Lock _gate = new();
    private SeriesLine? _finest;
    private SeriesLine[] _coarser = [];
    private long _finestTicks;
    private long _nextOpenTicks;

    internal SymbolBoard(Symbol symbol, ICandleHistory? history, int capacity)
    {
        Symbol = symbol;
        _history = history;
        _capacity = capacity;
    }

    public Symbol Symbol { get; }

    /// <summary>The candles in this timeframe; they stay empty where the feed's candles do not add up to it.</summary>
    /// <exception cref="ArgumentException">The feed runs, in a timeframe that does not divide this one.</exception>
    public CandleSeries Series(Timeframe timeframe)
    {
        lock (_registering)
        {
            return Line(timeframe).Series;
        }
    }

    /// <summary>The readings of this indicator: the same track for everybody who asks by an equal spec.</summary>
    public Track<T> Track<T>(Timeframe timeframe, IIndicatorSpec<T> spec)
        where T : struct => (Track<T>)Register(timeframe, spec);

    /// <summary>
    /// Sees to it that this indicator is computed; equal to asking for its track, where only the spec is known.
    /// </summary>
    public Track Register(Timeframe timeframe, IIndicatorSpec spec)
    {
        lock (_registering)
        {
            var line = Line(timeframe);
            if (line.Find(spec) is { } known)
            {
                return known;
            }

            if (line.Series.IsEmpty)
            {
                var track = spec.NewTrack(_capacity, 0);
                lock (_gate)
                {
                    // The first candle may have come since the look above; then this is a latecomer like any other.
                    if (line.Series.IsEmpty)
                    {
                        line.Add(spec, track);
                        return track;
                    }
                }
            }

            return JoinLate(line, spec);
        }
    }

    /// <summary>Takes the next closed candle of the symbol's finest timeframe; only one writer calls it.</summary>
    /// <remarks>The first candle of all makes the board ask its history for what came before.</remarks>
    /// <exception cref="ArgumentException">The candle is not later than the last, or of another timeframe.</exception>
    public void Append(Timeframe finest, in Candle candle)
    {
        if (_finest is { } line && line.Series.Timeframe == finest)
        {
            Push(line, candle);
        }
        else
        {
            Begin(finest, candle);
        }
    }

    /// <summary>
    /// The daily closes that correlations go by; null until the feed runs, or where its candles do not add up to days.
    /// </summary>
    internal CandleSeries? Days { get; private set; }

    private SeriesLine Line(Timeframe timeframe)
    {
        if (_lines.TryGetValue(timeframe, out var known))
        {
            return known;
        }

        var line = new SeriesLine(Symbol, timeframe, _capacity);
        if (_finest is { } finest)
        {
            Serve(line, finest);
        }

        _lines.Add(timeframe, line);
        return line;
    }

    private void Push(SeriesLine line, in Candle candle)
    {
        if (candle.OpenTicks < _nextOpenTicks)
        {
            throw new ArgumentException(
                $"{Symbol} {line.Series.Timeframe}: a candle that opened at {candle.OpenTime:u} came after one that "
                + $"closed at {new DateTimeOffset(_nextOpenTicks, TimeSpan.Zero):u}; each must come once and in order.",
                nameof(candle));
        }

        lock (_gate)
        {
            _nextOpenTicks = candle.OpenTicks + _finestTicks;
            line.Close(candle);
            foreach (var coarser in _coarser)
            {
                coarser.Take(candle, _finestTicks);
            }
        }
    }

    private void Begin(Timeframe finest, in Candle first)
    {
        if (_finest is { } other)
        {
            throw new ArgumentException(
                $"{Symbol} is fed in candles of {other.Series.Timeframe}; a candle of {finest} cannot join them.",
                nameof(finest));
        }

        lock (_registering)
        {
            var line = Line(finest);
            var daysAreAsked = _lines.ContainsKey(Timeframe.OneDay);
            if (Timeframe.OneDay.IsMultipleOf(finest))
            {
                Days = Line(Timeframe.OneDay).Series;
            }

            // All the history first: if it fails, nothing has been filled and the next candle tries again.
            var opened = first.OpenTime;
            var coarser = _lines.Values.Where(other => other != line && IsServedBy(finest, other)).ToArray();
            foreach (var (served, past) in coarser.Prepend(line).Select(served => (served, Past(served))).ToArray())
            {
                past.Fill(served, finest);
            }

            _finestTicks = finest.Length.Ticks;
            _coarser = coarser;
            _finest = line;

            // Still inside: whoever registers next finds at least one candle.
            Push(line, first);

            PastCandles Past(SeriesLine served) =>
                PastOf(served, finest, opened, served.Series == Days && !daysAreAsked ? FewDays : _capacity);
        }
    }

    private static bool IsServedBy(Timeframe finest, SeriesLine line) => line.Series.Timeframe.IsMultipleOf(finest);

    private PastCandles PastOf(SeriesLine line, Timeframe finest, DateTimeOffset firstOpen, int atLeast) =>
        PastCandles.Of(line, _history, (finest, firstOpen), atLeast);

    // A timeframe that is asked for while the feed runs.
    private void Serve(SeriesLine line, SeriesLine finest)
    {
        var length = finest.Series.Timeframe;
        if (!IsServedBy(length, line))
        {
            throw new ArgumentException(
                $"{Symbol} is fed in candles of {length}, which do not add up to {line.Series.Timeframe}; "
                + $"ask for a multiple of {length}.");
        }

        var backlog = Follow(finest);
        try
        {
            PastOf(line, length, backlog.Candles[0].OpenTime, _capacity).Fill(line, length);
            lock (_gate)
            {
                foreach (var candle in backlog.Candles)
                {
                    line.Take(candle, _finestTicks);
                }

                _coarser = [.. _coarser, line];
            }
        }
        finally
        {
            Leave(finest, backlog);
        }
    }

    // An indicator that is asked for while the feed runs.
    private Track JoinLate(SeriesLine line, IIndicatorSpec spec)
    {
        var timeframe = line.Series.Timeframe;
        var warmUp = spec.WarmUpOn(timeframe);
        var backlog = Follow(line);
        try
        {
            var track = spec.NewTrack(_capacity, backlog.FirstSequence);
            foreach (var candle in PastCandles.Before(_history, Symbol, timeframe, backlog.Candles[0].OpenTime, warmUp))
            {
                track.WarmUp(candle);
            }

            lock (_gate)
            {
                foreach (var candle in backlog.Candles)
                {
                    track.Advance(candle);
                }

                line.Add(spec, track);
            }

            return track;
        }
        finally
        {
            Leave(line, backlog);
        }
    }

    private Backlog Follow(SeriesLine line)
    {
        lock (_gate)
        {
            var backlog = new Backlog(line.Series.Held(), line.Series.Oldest);
            line.Attach(backlog);
            return backlog;
        }
    }

    private void Leave(SeriesLine line, Backlog backlog)
    {
        lock (_gate)
        {
            line.Detach(backlog);
        }
    }
}
