using BotCluster.Engine.Bots;
using BotCluster.Engine.Json;
using BotCluster.Engine.Local;
using BotCluster.Engine.Running;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Tests.Running;

/// <summary>One bot run over candles given by hand. Its mode never warms up: it does only what it is told.</summary>
internal sealed class RunnerRig
{
    private static readonly BotDefinition Definition = new(new BotId(Guid.Parse("00000000-0000-0000-0000-000000000001")), new TenantId(Guid.Empty), 1, Start);

    private readonly HandFeed _feed;
    private readonly RunnerPorts _ports;
    private BotRunner _runner;

    private RunnerRig(BotRunner runner, RunnerPorts ports, HandFeed feed, ForgetfulStore store)
    {
        (_runner, _ports, _feed, Store) = (runner, ports, feed, store);
    }

    public static DateTimeOffset Start => new(2024, 2, 1, 0, 0, 0, TimeSpan.Zero);

    public ForgetfulStore Store { get; }

    public DateTimeOffset Now { get; private set; } = Start;

    public BotStatus Status => _runner.Status;

    public BotState State => _runner.State;

    public BotSettings Settings => _runner.Settings;

    public static async Task<RunnerRig> MakeAsync(Func<BotSettings, BotSettings>? change = null, string symbol = "BTC-USDT")
    {
        var settings = new BotSettings
        {
            Name = "rig",
            Mode = new CrossoverOptions { Fast = 400, Slow = 500 },
            Symbols = [Symbol.Parse(symbol)],
            Timeframe = Timeframe.FiveMinutes,
            Budget = 10_000m,
        };
        settings = change?.Invoke(settings) ?? settings;
        var store = new ForgetfulStore(Definition, SettingsJson.Write(settings));
        var feed = new HandFeed();
        var ports = new RunnerPorts { Store = store, Feed = feed, Installation = "test00", Committed = (_, _) => { } };
        var runner = await BotRunner.CreateAsync(new BotIdentity(Definition, "test00", 1), settings, ports, CancellationToken.None);
        return new RunnerRig(runner, ports, feed, store);
    }

    public async Task CandleAsync(double open, double high, double low, double close, double volume = 1_000)
    {
        foreach (var symbol in Settings.Symbols.Where(_feed.Instruments.ContainsKey))
        {
            _feed.Board.Append(symbol, Timeframe.FiveMinutes, new Candle(Now, open, high, low, close, volume));
        }

        Now += TimeSpan.FromMinutes(5);
        if (_runner.NeedsTurns)
        {
            await _runner.StepAsync(Now, CancellationToken.None);
        }
    }

    public Task FlatAsync(double price = 100, double volume = 1_000) => CandleAsync(price, price, price, price, volume);

    public async Task<CommandOutcome> TellAsync(BotCommand command) =>
        await _runner.ExecuteAsync(command, Now, CancellationToken.None);

    /// <returns>The code of the refusal; null where the command was carried out.</returns>
    public async Task<string?> RefusalOfAsync(BotCommand command) =>
        await TellAsync(command) is CommandOutcome.Refused refused ? refused.Code : null;

    public Task<CommandOutcome> EnterAsync(decimal share = 0.1m, Direction direction = Direction.Long) =>
        TellAsync(new BotCommand.Submit(new Signal.Enter(Settings.Symbols[0], direction, 0.8, "told") { SizeShare = share }));

    /// <summary>The first close that the bot has not seen by now.</summary>
    public DateTimeOffset? Missed() => new MissedSteps(_feed).NextOf(_runner, Now);

    /// <summary>Another runner takes the bot over from what is durable.</summary>
    public async Task RestoreAsync() => _runner = BotRunner.Restore((await Store.LoadAsync(Definition.Id, CancellationToken.None))!, _ports);

    public BotOrder? Order(OrderPurpose purpose) => State.Orders.Find(order => order.Intent.Purpose == purpose);

    private sealed class HandFeed : IMarketFeed
    {
        public IndicatorBoard Board { get; } = new(null);

        public IReadOnlyDictionary<Symbol, Instrument> Instruments { get; } = new[]
        {
            new Instrument(Symbol.Parse("BTC-USDT"), 0.01m, 0.00001m, 5m, Fees.Paper, 1m),
            new Instrument(Symbol.Parse("BTC-USDT-PERP"), 0.1m, 0.001m, 5m, Fees.Paper, 20m),
        }.ToDictionary(instrument => instrument.Symbol);

        public FeedState State { get; } = new(FeedStatus.Running, null, null, "By hand.");

        public Timeframe FinestOf(Symbol symbol) => Instruments.ContainsKey(symbol)
            ? Timeframe.FiveMinutes
            : throw new ArgumentException($"There are no candles for '{symbol}'.", nameof(symbol));

        public ValueTask<MarketStep?> NextAsync(CancellationToken cancellationToken) => new((MarketStep?)null);

        public ValueTask AcknowledgeAsync(MarketStep step, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
