using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Risk;
using BotCluster.Trading.Sizing;

namespace BotCluster.Trading.Cycle;

/// <summary>The fourth block of the cycle: gives a proposal its size and its stop, and takes it through the gate.</summary>
internal sealed class RiskDesk(BotContext bot, MarketData market, Portfolio portfolio, OrderList orders)
{
    private readonly BotSettings _settings = bot.Settings;

    private readonly Dictionary<Symbol, Track<double>>? _ranges = bot.Settings.Sizing is SizingOptions.VolatilityTarget
        ? bot.Settings.Symbols.ToDictionary(symbol => symbol, symbol => bot.Board.Track(symbol, bot.Settings.Timeframe, new AtrSpec()))
        : null;

    /// <summary>Gives a proposed entry its size, then takes it through the gate.</summary>
    /// <param name="signal">The proposal.</param>
    /// <param name="approved">What this cycle has approved already: promised, though not sent yet.</param>
    public EntryReply Entry(Signal.Enter signal, IReadOnlyList<NumberedOrder> approved)
    {
        var view = View(signal.Symbol, approved);
        if (view is not { Instrument: { } instrument, Price: { } price, Equity: { } equity })
        {
            var lacking = view.Instrument is null ? RiskUnknown.Instrument : view.Price is null ? RiskUnknown.Price : RiskUnknown.Equity;
            return new EntryReply(null, new RiskVerdict.Refused(new RiskReason.Unknown(lacking)), null);
        }

        var leverage = Math.Max(1m, signal.Leverage ?? 1m);
        var stop = signal.Stop is { } proposed ? instrument.NearestPrice(proposed) : null;
        var input = new SizingInput
        {
            Now = market.Now,
            Instrument = instrument,
            Price = price,
            Equity = equity,
            Leverage = leverage,
            Confidence = signal.Confidence,
            ProposedShare = signal.SizeShare,
            StopDistance = stop is { } at ? Math.Abs((at.Value / price.Value) - 1m) : _settings.Risk.DefaultStopDistance,
            AtrShare = TrueRange(signal.Symbol),
            Outcomes = bot.State.Risk.Outcomes,
        };

        var size = Sizer.Size(_settings.Sizing, input);
        if (size is not SizingDecision.Sized sized)
        {
            return new EntryReply(null, null, size);
        }

        var intent = Intent(signal, instrument, sized.Quantity, leverage, stop);
        return new EntryReply(intent, RiskGate.Standard.Review(intent, view), null);
    }

    public OrderIntent Reduction(Position position, Signal signal)
    {
        var fraction = signal is Signal.Reduce reduce ? reduce.Fraction : 1m;
        var quantity = position.Quantity;
        if (fraction < 1m && market.Of(position.Symbol)?.Instrument is { } instrument)
        {
            quantity = instrument.FloorQuantity(position.Quantity.Value * fraction);
        }

        return new OrderIntent
        {
            Symbol = position.Symbol,
            Side = position.Direction.Closes(),
            Direction = position.Direction,
            Quantity = quantity,
            Purpose = OrderPurpose.Exit,
            Leverage = position.Leverage,
            Reason = signal.Reason,
        };
    }

    /// <summary>Exits, stops and targets meet only what the venue itself would refuse.</summary>
    public RiskVerdict ApproveReduction(OrderIntent intent) => RiskGate.Standard.Review(intent, View(intent.Symbol, []));

    private static OrderIntent Intent(
        Signal.Enter signal, Instrument instrument, Quantity quantity, decimal leverage, Price? stop) => new()
        {
            Symbol = signal.Symbol,
            Side = signal.Direction.Opens(),
            Direction = signal.Direction,
            Quantity = quantity,
            Purpose = OrderPurpose.Entry,
            Leverage = leverage,
            ProtectiveStop = stop,
            Target = signal.Target is { } target ? instrument.NearestPrice(target) : null,
            Confidence = signal.Confidence,
            Reason = signal.Reason,
        };

    private RiskView View(Symbol symbol, IReadOnlyList<NumberedOrder> approved)
    {
        var of = market.Of(symbol);
        var pending = Pending(approved);
        return new RiskView
        {
            Now = market.Now,
            Account = bot.State.Account,

            // An entry on its way whose margin is not known leaves the whole account unknown.
            Equity = pending is null ? null : portfolio.Equity,
            Instrument = of?.Instrument,
            Price = of is { Instrument: { } instrument, Price: { } price } ? instrument.NearestPrice(price) : null,
            Limits = _settings.Risk,
            Counters = bot.State.Risk,
            Correlation = (left, right) => bot.Board.Correlation(left, right, market.Now),
            Pending = pending ?? [],
        };
    }

    private List<PendingEntry>? Pending(IReadOnlyList<NumberedOrder> approved)
    {
        var entries = approved.Select(order => (order.Order.Intent, order.Order.Intent.Quantity))
            .Concat(Enumerable.Range(0, orders.Count).Select(index => (orders[index].Intent, orders[index].Remaining)))
            .Where(entry => !entry.Intent.ReducesPosition);
        List<PendingEntry> pending = [];
        foreach (var (intent, quantity) in entries)
        {
            if ((intent.LimitPrice?.Value ?? (decimal?)market.Of(intent.Symbol)?.Price) is not { } price)
            {
                return null;
            }

            pending.Add(new PendingEntry(intent.Symbol, quantity.Value * price / intent.Leverage));
        }

        return pending;
    }

    // The average true range of the latest closed candle as a share of the price; null until it is warm.
    private double? TrueRange(Symbol symbol) =>
        _ranges is not null && _ranges.TryGetValue(symbol, out var track) && market.Of(symbol) is { Price: { } price } of
            && of.Deciding.TryFind(market.Now, out var sequence) && track.At(sequence) is { } range
                ? range / price
                : null;
}

/// <summary>What became of a proposed entry: a verdict of the gate, or no size to begin with.</summary>
internal readonly record struct EntryReply(OrderIntent? Intent, RiskVerdict? Verdict, SizingDecision? NoSize);
