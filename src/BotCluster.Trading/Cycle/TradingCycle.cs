using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Cycle;

/// <summary>
/// One bot's trading cycle: market data, portfolio, decision, risk, execution. Live, on paper and in a backtest it is
/// this same code; only the clock, the feed and the venue differ.
/// </summary>
/// <remarks>
/// Runs to its end synchronously when nobody has to be waited for, and allocates nothing while it holds. Reads no
/// clock, no file and no random number: all that comes in by <see cref="BotContext"/>.
/// </remarks>
public sealed class TradingCycle
{
    private readonly BotState _state;
    private readonly MarketData _market;
    private readonly Books _books;
    private readonly Fills _fills;
    private readonly Portfolio _portfolio;
    private readonly Decider _decider;
    private readonly Execution _execution;
    private readonly RiskWatch _watch;

    public TradingCycle(BotContext bot)
    {
        _state = bot.State;
        _market = new MarketData(bot);
        var orders = new OrderList(_state, bot.Journal);
        var alerts = new AlertDesk(_state, bot.Journal);
        _books = new Books(bot, orders);
        var desk = new OrderDesk(bot, orders, _books, alerts);
        _portfolio = new Portfolio(bot, _market, _books);
        var risk = new RiskDesk(bot, _market, _portfolio, orders);
        var protection = new Protection(bot, _market, orders, desk, risk);
        _fills = new Fills(bot, _market, orders, desk, _books) { Protection = protection };
        _decider = new Decider(bot, _market, orders, protection);
        _execution = new Execution(bot, _market, orders, desk, risk) { Protection = protection, Alerts = alerts };
        _watch = new RiskWatch(bot, alerts);
    }

    /// <summary>One turn at the close of candles: fills what they reached, then decides on them.</summary>
    public async ValueTask RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        _market.Observe(now);
        if (_market.HasClosed)
        {
            await _fills.TakeAsync(now, cancellationToken);
        }

        // From here on the step counts as seen: an intent recorded below carries this with it.
        _state.LastStep = now;
        _portfolio.TrailBest();
        _portfolio.Value();
        _watch.Observe(_portfolio.Equity, now);
        if (_state.Status != BotStatus.Running)
        {
            // Said when it was paused or stopped already; here it is said to cancels that got no answer, and by a drawdown.
            await _execution.CancelEntriesAsync("The bot takes no entries.", now, cancellationToken);
        }

        // All that is proposed in a turn is one durable step: a crash loses none of it, or all.
        var signals = await _decider.DecideAsync(_execution.TakeDeferred(now), cancellationToken);
        if (signals.Count > 0)
        {
            await _execution.CarryOutAsync(signals, now, cancellationToken);
            _portfolio.Value();
        }
        else if (_market.Decides)
        {
            _state.Holds++;
        }

        _execution.FinishStopping(now);
        _portfolio.Mark(now);
        _state.Cycles++;
    }

    /// <summary>Settles what a crash or a lost answer left open. Runs before a bot's first turn and whenever an order is in flight.</summary>
    public ValueTask ReconcileAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        _fills.SettleAsync(now, cancellationToken);

    /// <summary>Puts proposals from outside through risk and sends what it approves.</summary>
    public async ValueTask SubmitAsync(IReadOnlyList<Signal> signals, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Look(now);
        await _execution.CarryOutAsync(signals, now, cancellationToken);
        _execution.FinishStopping(now);
    }

    /// <summary>Cancels entries that wait; protection stays.</summary>
    public ValueTask CancelEntriesAsync(string note, DateTimeOffset now, CancellationToken cancellationToken) =>
        _execution.CancelEntriesAsync(note, now, cancellationToken);

    /// <summary>Ends a stop that has nothing left to wait for.</summary>
    public void FinishStopping(DateTimeOffset now) => _execution.FinishStopping(now);

    /// <summary>Books money put in or taken out.</summary>
    public void Transfer(decimal amount, DateTimeOffset now)
    {
        Look(now);
        _books.Transfer(amount, now);
        _portfolio.Value();
        _portfolio.Mark(now);
    }

    /// <summary>What the bot is worth at an instant; null while a price is missing.</summary>
    public decimal? EquityAt(DateTimeOffset now)
    {
        Look(now);
        return _portfolio.Equity;
    }

    /// <summary>The latest price of a symbol at an instant, for whoever looks.</summary>
    public double? PriceAt(Symbol symbol, DateTimeOffset now)
    {
        _market.Observe(now);
        return _market.Of(symbol)?.Price;
    }

    private void Look(DateTimeOffset now)
    {
        _market.Observe(now);
        _portfolio.Value();
    }
}
