using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

/// <summary>A bot worth 10,000 that trades a perpetual at 100, and whatever differs from that.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    public static readonly Asset Usdt = new("USDT");
    public static readonly Symbol Perpetual = Symbol.Parse("BTC-USDT-PERP");
    public static readonly Symbol Spot = Symbol.Parse("BTC-USDT");
    public static readonly Symbol Other = Symbol.Parse("ETH-USDT-PERP");
    public static readonly Symbol Third = Symbol.Parse("SOL-USDT-PERP");

    public static Instrument Instrument(Symbol? symbol = null, decimal minimumNotional = 5m, decimal maximumLeverage = 20m)
    {
        var of = symbol ?? Perpetual;
        var leverage = of.Kind == MarketKind.Spot ? 1m : maximumLeverage;
        return new Instrument(of, tick: 0.01m, lot: 0.001m, minimumNotional, Fees.Paper, leverage);
    }

    public static RiskView View(RiskLimits? limits = null, params Position[] held)
    {
        var account = AccountHolding(held);
        return new RiskView
        {
            Now = Noon,
            Account = account,
            Equity = 10_000m,
            Instrument = Instrument(),
            Price = new Price(100m),
            Limits = limits ?? new RiskLimits(),
            Counters = Counters(),
            Correlation = (_, _) => 0.0,
            Pending = [],
        };
    }

    /// <summary>An account worth 10,000 at the prices its positions were entered at.</summary>
    public static Account AccountHolding(params Position[] held)
    {
        var paid = held.Where(position => position.Symbol.Kind == MarketKind.Spot).Sum(position => position.Cost);
        return new Account(Usdt, 10_000m, 10_000m - paid, default, held);
    }

    public static RiskCounters Counters(decimal equity = 10_000m) => new()
    {
        Day = DateOnly.FromDateTime(Noon.UtcDateTime),
        DayStartEquity = equity,
        PeakEquity = equity,
        LastEquity = equity,
    };

    /// <summary>An entry at the market: 10 at 100, stopped 5 % away, no target.</summary>
    public static OrderIntent Entry(decimal quantity = 10m, Direction direction = Direction.Long) => new()
    {
        Symbol = Perpetual,
        Side = direction.Opens(),
        Direction = direction,
        Quantity = new Quantity(quantity),
        Purpose = OrderPurpose.Entry,
        ProtectiveStop = new Price(direction == Direction.Long ? 95m : 105m),
        Reason = "A test.",
    };

    public static OrderIntent Exit(decimal quantity, Direction direction = Direction.Long) => new()
    {
        Symbol = Perpetual,
        Side = direction.Closes(),
        Direction = direction,
        Quantity = new Quantity(quantity),
        Purpose = OrderPurpose.Exit,
        Reason = "A test.",
    };

    public static Position Position(
        decimal quantity, decimal price = 100m, Symbol? symbol = null, Direction direction = Direction.Long) => new()
        {
            Symbol = symbol ?? Perpetual,
            Direction = direction,
            Quantity = new Quantity(quantity),
            Cost = quantity * price,
            Leverage = 1m,
            OpenedAt = Noon.AddHours(-5),
            TradeNumber = 1,
            Stop = new Price(direction == Direction.Long ? price * 0.95m : price * 1.05m),
            Entered = new Quantity(quantity),
            EnteredCost = quantity * price,
        };

    /// <summary>Trades of a symbol an hour apart, the last just now: 0.1 is a win of 10 % of the margin.</summary>
    public static IEnumerable<TradeOutcome> Outcomes(Symbol symbol, params double[] returns) => returns.Select(
        (value, index) => new TradeOutcome(symbol, Noon.AddHours(index + 1 - returns.Length), value));

    /// <summary>What the gate says, in a word or two: <c>approved 10</c>, <c>shrunk to 35 by position-size</c>, <c>refused by drawdown</c>.</summary>
    public static string Verdict(OrderIntent intent, RiskView view) => RiskGate.Standard.Review(intent, view) switch
    {
        RiskVerdict.Refused refused => $"refused by {refused.Reason.Code}",
        RiskVerdict.Approved { Shrinks.Count: 0 } approved => $"approved {Plain(approved)}",
        RiskVerdict.Approved approved =>
            $"shrunk to {Plain(approved)} by {string.Join(", ", approved.Shrinks.Select(shrink => shrink.Code))}",
        var other => throw new InvalidOperationException($"{other}"),
    };

    private static string Plain(RiskVerdict.Approved approved) =>
        approved.Order.Intent.Quantity.Value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
