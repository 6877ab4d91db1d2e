using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Cycle;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Paper;
using BotCluster.Trading.Ports;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Tests.Cycle;

/// <summary>One bot on paper over candles given by hand, its mode a script of what to propose when.</summary>
internal sealed class CycleRig
{
    public static readonly Symbol Bitcoin = Symbol.Parse("BTC-USDT");
    public static readonly Symbol BitcoinPerpetual = Symbol.Parse("BTC-USDT-PERP");
    public static readonly Symbol EtherPerpetual = Symbol.Parse("ETH-USDT-PERP");
    public static readonly DateTimeOffset Start = new(2024, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PaperDesk _desk;
    private int _candles;

    /// <param name="change">What the bot's settings differ in.</param>
    /// <param name="symbol">What it trades.</param>
    /// <param name="venue">What stands between the bot and the paper venue; null: nothing.</param>
    public CycleRig(Func<BotSettings, BotSettings>? change = null, Symbol? symbol = null, Func<PaperVenue, IVenue>? venue = null)
    {
        Symbol = symbol ?? Bitcoin;
        Instruments = new[]
        {
            new Instrument(Bitcoin, 0.01m, 0.00001m, 5m, Fees.Paper, 1m),
            new Instrument(BitcoinPerpetual, 0.1m, 0.001m, 5m, Fees.Paper, 20m)
            {
                Funding = new FundingTerms(0.0001m, TimeSpan.FromHours(8)),
            },
            new Instrument(EtherPerpetual, 0.01m, 0.01m, 5m, Fees.Paper, 20m),
        }.ToDictionary(instrument => instrument.Symbol);
        Board = new IndicatorBoard(null);
        var settings = new BotSettings
        {
            Name = "rig",
            Mode = Script,
            Symbols = [Symbol],
            Timeframe = Timeframe.FiveMinutes,
            Budget = 10_000m,
        };
        Settings = change?.Invoke(settings) ?? settings;
        State = new BotState
        {
            Account = Account.Opened(new Asset("USDT"), Settings.Budget),
            Paper = new PaperBook(),
            Status = BotStatus.Running,
        };
        _desk = new PaperDesk(State, Board, FinestOf);
        var paper = new PaperVenue(State.Paper, Instruments, new FillOptions { Slippage = 0m }, _desk);
        Cycle = new TradingCycle(new BotContext
        {
            Identity = new BotIdentity(new BotDefinition(new BotId(Guid.Empty), new TenantId(Guid.Empty), 7, Start), "test00", 1),
            Settings = Settings,
            State = State,
            Board = Board,
            Instruments = Instruments,
            FinestOf = FinestOf,
            Venue = venue?.Invoke(paper) ?? paper,
            Journal = Journal,
        });
    }

    public Symbol Symbol { get; }

    public Dictionary<Symbol, Instrument> Instruments { get; }

    public IndicatorBoard Board { get; }

    public BotSettings Settings { get; }

    public BotState State { get; }

    public TradingCycle Cycle { get; }

    public MemoryJournal Journal { get; } = new();

    public ScriptedOptions Script { get; } = new();

    public DateTimeOffset Now { get; private set; } = Start;

    public Position? Position => State.Account.PositionOf(Symbol);

    /// <summary>One candle and the turn at its close; what to propose at that close comes with it.</summary>
    public void Candle(double open, double high, double low, double close, params Signal[] propose) =>
        CandleOf(open, high, low, close, 1_000, propose);

    public void CandleOf(double open, double high, double low, double close, double volume, params Signal[] propose)
    {
        foreach (var symbol in Settings.Symbols.Where(Instruments.ContainsKey))
        {
            Board.Append(symbol, Timeframe.FiveMinutes, new Candle(Start.AddMinutes(5 * _candles), open, high, low, close, volume));
        }

        Now = Start.AddMinutes(5 * ++_candles);
        Script.Next = propose;
        Turn();
    }

    /// <summary>A candle that stands still.</summary>
    public void Flat(double price, params Signal[] propose) => Candle(price, price, price, price, propose);

    public void Turn()
    {
        _desk.Now = Now;
        var turn = Cycle.RunAsync(Now, CancellationToken.None);
        if (!turn.IsCompletedSuccessfully)
        {
            throw turn.AsTask().Exception ?? new AggregateException("On paper nothing waits, so a turn ends at once.");
        }
    }

    public Signal Long(double? stop = null, double? target = null, decimal? share = null) =>
        new Signal.Enter(Symbol, Direction.Long, 0.8, "up") { Stop = stop, Target = target, SizeShare = share };

    public Signal Short(double? stop = null) => new Signal.Enter(Symbol, Direction.Short, 0.8, "down") { Stop = stop };

    public Signal Close() => new Signal.Close(Symbol, "enough");

    // As a feed answers: of what it does not have there is no timeframe.
    private Timeframe FinestOf(Symbol symbol) =>
        Instruments.ContainsKey(symbol) ? Timeframe.FiveMinutes : throw new ArgumentException($"There are no candles for '{symbol}'.", nameof(symbol));

    public BotOrder? Order(OrderPurpose purpose) => State.Orders.Find(order => order.Intent.Purpose == purpose);
}

/// <summary>Keeps facts in memory, and tells how often the turn asked for durability.</summary>
internal sealed class MemoryJournal : ITurnJournal
{
    public List<Fact> Facts { get; } = [];

    public int Commits { get; private set; }

    /// <summary>Called at each commit; throws where a test wants the store to fail.</summary>
    public Action? OnCommit { get; set; }

    public IEnumerable<T> Of<T>()
        where T : Fact => Facts.OfType<T>();

    public IEnumerable<DecisionRecord> Decisions => Of<Fact.DecisionMade>().Select(fact => fact.Decision);

    public void Write(Fact fact) => Facts.Add(fact);

    public ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        OnCommit?.Invoke();
        Commits++;
        return ValueTask.CompletedTask;
    }
}

/// <summary>A mode that proposes what the test tells it.</summary>
internal sealed record ScriptedOptions : ModeOptions, IDecisionMode
{
    public IReadOnlyList<Signal> Next { get; set; } = [];

    public override string Kind => "scripted";

    public override int WarmUpCandles => 0;

    public override IEnumerable<SettingsViolation> Validate(BotSettings settings) => [];

    public override IDecisionMode Create(BotSettings settings, IndicatorBoard board) => this;

    public ValueTask<IReadOnlyList<Signal>> DecideAsync(DecisionView view, CancellationToken cancellationToken) => new(Next);
}
