using System.Globalization;
using BotCluster.Gateways.Instruments;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Gateways.Replay;

/// <summary>Plays recorded candles as if they happened now: one step for each instant at which candles closed, in a fixed order, at a chosen speed.</summary>
public sealed class ReplayFeed : IMarketFeed
{
    private readonly IFeedCursor _cursor;
    private readonly ReplayOptions _options;
    private readonly TimeProvider _time;
    private readonly ReplayHistory _history;
    private readonly Pacer _pacer;
    private readonly ReplayLane[] _lanes;
    private readonly (Symbol Symbol, ReplayLane Lane)[] _instruments;
    private readonly Dictionary<Symbol, Timeframe> _finest;
    private readonly DateTimeOffset _end;
    private DateTimeOffset? _seen;
    private bool _isPlaced;
    private volatile FeedState _state;

    public ReplayFeed(CandleLibrary library, IFeedCursor cursor, ReplayOptions options, TimeProvider time)
    {
        _cursor = cursor;
        _options = options;
        _time = time;
        _history = new ReplayHistory(library, options.Start);
        _pacer = new Pacer(time, options.Speed);
        _lanes = [.. LanesOf(library, options.Start)];
        _instruments = [.. InstrumentsOf(library.Catalog, _lanes)];
        _finest = _instruments.ToDictionary(pair => pair.Symbol, pair => pair.Lane.Timeframe);
        _end = _lanes.Length == 0 ? options.Start : _lanes.Max(lane => lane.End);
        Instruments = _instruments.ToDictionary(pair => pair.Symbol, pair => library.Catalog.Instruments[pair.Symbol]);
        Board = new IndicatorBoard(_history, options.BoardCapacity);
        _state = new FeedState(FeedStatus.Starting, null, null, "The replay has not begun.");
    }

    public IndicatorBoard Board { get; }

    /// <summary>Every candle up to the present step, for charts; what comes later is not there yet.</summary>
    public ICandleHistory History => _history;

    public IReadOnlyDictionary<Symbol, Instrument> Instruments { get; }

    public FeedState State => _state;

    /// <summary>May be changed while the replay runs.</summary>
    public ReplaySpeed Speed
    {
        get => _pacer.Speed;
        set => _pacer.Speed = value;
    }

    public Timeframe FinestOf(Symbol symbol) => _finest.TryGetValue(symbol, out var timeframe)
        ? timeframe
        : throw new ArgumentException($"The replay has no candles for '{symbol}'.", nameof(symbol));

    public async ValueTask<MarketStep?> NextAsync(CancellationToken cancellationToken)
    {
        if (!_isPlaced)
        {
            await PlaceAsync(cancellationToken);
        }

        if (NextClose() is not { } at)
        {
            _state = _state with { Status = FeedStatus.Ended, Detail = $"The replay came to the end of its data at {Shown(_end)}." };
            return null;
        }

        // What every bot had seen before is no news: whoever is behind catches up as fast as he can.
        var isCatchingUp = at <= _seen;
        if (!isCatchingUp)
        {
            await _pacer.WaitAsync(cancellationToken);
        }

        var step = new MarketStep(at, Play(at));
        _state = new FeedState(FeedStatus.Running, at, _time.GetUtcNow(), isCatchingUp
            ? $"Catching up to {Shown(_seen!.Value)}, where the replay stopped."
            : $"Replaying to {Shown(_end)}, {Speed.InWords()}.")
        {
            Speed = Speed.StepsPerSecond,
        };
        return step;
    }

    public async ValueTask AcknowledgeAsync(MarketStep step, CancellationToken cancellationToken)
    {
        // Catching up moves the cursor only once it is past where it was.
        if (_seen is { } seen && step.At <= seen)
        {
            return;
        }

        await _cursor.SaveAsync(step.At, cancellationToken);
        _seen = step.At;
    }

    private static IEnumerable<ReplayLane> LanesOf(CandleLibrary library, DateTimeOffset start)
    {
        foreach (var candles in library.All())
        {
            if (candles.Driving(start) is { } driving)
            {
                yield return new ReplayLane(candles.Symbol, driving);
            }
        }
    }

    private static IEnumerable<(Symbol Symbol, ReplayLane Lane)> InstrumentsOf(InstrumentCatalog catalog, ReplayLane[] lanes) =>
        from symbol in catalog.Symbols
        join lane in lanes on catalog.CandlesOf(symbol) equals lane.Symbol
        select (symbol, lane);

    private static string Shown(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private async ValueTask PlaceAsync(CancellationToken cancellationToken)
    {
        _seen = await _cursor.LoadAsync(cancellationToken);
        var from = (_seen, _options.ResumeFrom) switch
        {
            ({ } seen, { } resume) => resume < seen ? resume : seen,
            ({ } seen, null) => seen,
            (null, var resume) => resume ?? _options.Start,
        };
        _history.Present = from;
        foreach (var lane in _lanes)
        {
            lane.SeekAfter(from);
        }

        // A market of hourly candles must have its price and its readings at once, not only when its next hour closes.
        foreach (var (symbol, lane) in _instruments)
        {
            if (lane.Latest is { } latest)
            {
                Board.Append(symbol, lane.Timeframe, latest);
            }
        }

        _isPlaced = true;
    }

    private DateTimeOffset? NextClose()
    {
        DateTimeOffset? next = null;
        foreach (var lane in _lanes)
        {
            if (lane.NextClose is { } close && (next is null || close < next))
            {
                next = close;
            }
        }

        return next;
    }

    private List<Symbol> Play(DateTimeOffset at)
    {
        // The board may ask for what came before the first candle it is given, so the present moves first.
        _history.Present = at;
        var closed = new Dictionary<ReplayLane, Candle>(_lanes.Length);
        foreach (var lane in _lanes)
        {
            if (lane.NextClose == at)
            {
                closed.Add(lane, lane.Take());
            }
        }

        var symbols = new List<Symbol>(_instruments.Length);
        foreach (var (symbol, lane) in _instruments)
        {
            if (closed.TryGetValue(lane, out var candle))
            {
                Board.Append(symbol, lane.Timeframe, candle);
                symbols.Add(symbol);
            }
        }

        return symbols;
    }
}
