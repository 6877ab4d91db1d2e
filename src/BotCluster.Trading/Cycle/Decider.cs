using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;

namespace BotCluster.Trading.Cycle;

/// <summary>The third block of the cycle: exits that must happen, exits every mode shares, then what the mode proposes.</summary>
internal sealed class Decider
{
    private readonly BotContext _bot;
    private readonly MarketData _market;
    private readonly OrderList _orders;
    private readonly Protection _protection;
    private readonly DecisionView _view;
    private readonly IDecisionMode _mode;
    // Null where none of the shared exits is set, as with most bots.
    private readonly ExitWatch? _exits;

    public Decider(BotContext bot, MarketData market, OrderList orders, Protection protection)
    {
        _bot = bot;
        _market = market;
        _orders = orders;
        _protection = protection;
        _view = new DecisionView(bot.Settings.Symbols);
        _mode = bot.Settings.Mode.Create(bot.Settings, bot.Board);
        _exits = ExitWatch.Of(bot);
    }

    /// <param name="due">Entries whose time has come: decided in an earlier cycle.</param>
    /// <param name="cancellationToken">Ends the mode's thinking.</param>
    public async ValueTask<IReadOnlyList<Signal>> DecideAsync(IReadOnlyList<Signal> due, CancellationToken cancellationToken)
    {
        var exits = _bot.State.Account.IsFlat ? null : Exits();
        if (!_market.Decides || _bot.State.Status is not (BotStatus.Running or BotStatus.Paused))
        {
            return Join(exits, due, []);
        }

        Look(due);
        return Join(exits, due, await _mode.DecideAsync(_view, cancellationToken));
    }

    private static IReadOnlyList<Signal> Join(List<Signal>? exits, IReadOnlyList<Signal> due, IReadOnlyList<Signal> proposals) =>
        exits is null && due.Count == 0 ? proposals : All(exits ?? [], due, proposals);

    // A position that is being closed gets no second opinion in the same cycle.
    private static List<Signal> All(List<Signal> exits, IReadOnlyList<Signal> due, IReadOnlyList<Signal> proposals) =>
        [.. exits, .. due, .. proposals.Where(proposal => !exits.Exists(exit => exit.Symbol == proposal.Symbol))];

    private void Look(IReadOnlyList<Signal> due)
    {
        _view.Now = _market.Now;
        for (var index = 0; index < _view.Symbols.Count; index++)
        {
            var symbol = _view.Symbols[index];
            var market = _market.Markets[index];
            symbol.Sequence = market.Decides;
            symbol.Price = market.Price ?? 0.0;
            symbol.Position = _bot.State.Account.PositionOf(symbol.Symbol);
            symbol.HasPendingEntry = _orders.Of(symbol.Symbol, OrderPurpose.Entry) is not null || IsAmong(due, symbol.Symbol);
            symbol.CanShort = market.Instrument is { CanShort: true };
        }
    }

    private static bool IsAmong(IReadOnlyList<Signal> signals, Symbol symbol)
    {
        for (var index = 0; index < signals.Count; index++)
        {
            if (signals[index].Symbol == symbol)
            {
                return true;
            }
        }

        return false;
    }

    private List<Signal>? Exits()
    {
        List<Signal>? exits = null;
        var positions = _bot.State.Account.Positions;
        for (var index = 0; index < positions.Count; index++)
        {
            var position = positions[index];
            if (_orders.Of(position.Symbol, OrderPurpose.Exit) is null && ReasonToClose(position) is { } reason)
            {
                (exits ??= []).Add(new Signal.Close(position.Symbol, reason));
            }
        }

        return exits;
    }

    private string? ReasonToClose(Position position)
    {
        var state = _bot.State;
        if (state.Block == EntryBlock.Killed)
        {
            return "Kill switch.";
        }

        if (state.Status == BotStatus.Stopping && _bot.Settings.OnStop == OnStop.Close)
        {
            return "The bot stops and closes its positions.";
        }

        if (_protection.IsMissingFor(position))
        {
            return "The position could not be protected by a stop.";
        }

        return _exits is null || state.Status == BotStatus.Stopped || _market.Of(position.Symbol) is not { } market
            ? null
            : _exits.Check(position, market, _market.Now);
    }
}
