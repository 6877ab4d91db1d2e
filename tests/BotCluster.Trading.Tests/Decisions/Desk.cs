using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Tests.Indicators;

namespace BotCluster.Trading.Tests.Decisions;

/// <summary>Runs a mode over real candles and does what it says: entries fill at the next open, stops and targets when touched.</summary>
internal sealed class Desk
{
    public static readonly Symbol Bitcoin = Symbol.Parse("BTC-USDT-PERP");

    private readonly List<string> _log = [];
    private readonly List<(long Sequence, Signal Signal)> _signals = [];
    private readonly IDecisionMode _mode;
    private readonly DecisionView _view;
    private readonly CandleSeries _series;
    private Signal.Enter? _pending;
    private bool _closing;
    private double? _stop;
    private double? _target;

    public Desk(ModeOptions options, IndicatorBoard board, Timeframe? timeframe = null)
    {
        var settings = Settings(options) with { Timeframe = timeframe ?? Timeframe.OneHour };
        _mode = options.Create(settings, board);
        _view = new DecisionView(settings.Symbols);
        _series = board.Series(Bitcoin, settings.Timeframe);
    }

    /// <summary>BTC in candles of one hour, January to June 2024.</summary>
    public static IReadOnlyList<Candle> HalfYear { get; } = Table.Read("../candles/BINANCE_BTCUSDT_1h.csv.gz").Candles();

    public bool CanShort { get; set; } = true;

    public SymbolView View => _view.Symbols[0];

    public IReadOnlyList<(long Sequence, Signal Signal)> Signals => _signals;

    /// <summary>How many signals there were of each kind, and a hash over all of them.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Count<Signal.Enter>(Direction.Long)} longs, {Count<Signal.Enter>(Direction.Short)} shorts, {Count<Signal.Close>(null)} closes, "
        + $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _log))))[..16]}");

    public static BotSettings Settings(ModeOptions options) =>
        new() { Name = "desk", Mode = options, Symbols = [Bitcoin], Budget = 10_000m };

    public static IndicatorBoard Board() => new(null, 8192);

    /// <summary>Feeds one candle after the other and decides on each.</summary>
    public static Desk Run(ModeOptions options, IEnumerable<Candle> candles)
    {
        var board = Board();
        var desk = new Desk(options, board);
        foreach (var candle in candles)
        {
            board.Append(Bitcoin, Timeframe.OneHour, candle);
            desk.Step(desk._series.Latest);
        }

        return desk;
    }

    /// <summary>Decides on every candle after all of them are on the board: nothing may change by what lies ahead.</summary>
    public static Desk RunAfterwards(ModeOptions options, IEnumerable<Candle> candles)
    {
        var board = Board();
        var desk = new Desk(options, board);
        foreach (var candle in candles)
        {
            board.Append(Bitcoin, Timeframe.OneHour, candle);
        }

        for (var sequence = 0L; sequence <= desk._series.Latest; sequence++)
        {
            desk.Step(sequence);
        }

        return desk;
    }

    public IReadOnlyList<Signal> Decide(long sequence)
    {
        _view.Now = _series.CloseTime(sequence);
        View.Sequence = sequence;
        View.Price = _series[sequence].Close;
        View.CanShort = CanShort;
        var decision = _mode.DecideAsync(_view, CancellationToken.None);
        return decision.IsCompletedSuccessfully ? decision.Result : throw new InvalidOperationException("The mode waits for somebody.");
    }

    private void Step(long sequence)
    {
        Fill(_series[sequence]);
        foreach (var signal in Decide(sequence))
        {
            _signals.Add((sequence, signal));
            _log.Add($"{_series.CloseTime(sequence):u} {Spell(signal)}");
            _closing |= signal is Signal.Close;
            _pending = signal as Signal.Enter ?? _pending;
        }
    }

    private void Fill(in Candle candle)
    {
        if (_closing)
        {
            (View.Position, _closing) = (null, false);
        }

        if (_pending is { } enter)
        {
            View.Position = Opened(enter, candle);
            (_stop, _target, _pending) = (enter.Stop, enter.Target, null);
        }

        if (View.Position is { } position && (IsBeyond(candle, position, _stop, -1) || IsBeyond(candle, position, _target, 1)))
        {
            View.Position = null;
        }
    }

    private static bool IsBeyond(in Candle candle, Position position, double? level, int way)
    {
        var isUp = position.Direction.Sign() * way > 0;
        return level is { } at && (isUp ? candle.High >= at : candle.Low <= at);
    }

    public static Position Opened(Signal.Enter enter, in Candle candle) => new()
    {
        Symbol = enter.Symbol,
        Direction = enter.Direction,
        Quantity = new Quantity(1m),
        Cost = (decimal)candle.Open,
        Leverage = 1m,
        OpenedAt = candle.OpenTime,
        TradeNumber = 1,
    };

    private int Count<T>(Direction? direction)
        where T : Signal =>
        _signals.Count(at => at.Signal is T && (direction is null || (at.Signal as Signal.Enter)?.Direction == direction));

    private static string Spell(Signal signal) => signal switch
    {
        Signal.Enter enter => string.Create(
            CultureInfo.InvariantCulture,
            $"enter {enter.Direction} {enter.Confidence:F6} {enter.Stop:F4} {enter.Target:F4} {enter.SizeShare} {enter.Leverage} {enter.Reason}"),
        Signal.Close close => $"close {close.Reason}",
        _ => signal.ToString(),
    };
}
