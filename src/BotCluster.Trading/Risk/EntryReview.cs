using System.Diagnostics;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;

namespace BotCluster.Trading.Risk;

/// <summary>An entry before the rules: the intent, and all they must know, known.</summary>
internal sealed record EntryReview
{
    private EntryReview(OrderIntent intent, RiskView view, Instrument instrument, decimal equity, decimal price)
    {
        Intent = intent;
        View = view;
        Instrument = instrument;
        Equity = equity;
        EntryPrice = ExpectedFill(intent, price);
        Held = view.Account.PositionOf(intent.Symbol);
    }

    public OrderIntent Intent { get; init; }

    public RiskView View { get; }

    public RiskLimits Limits => View.Limits;

    public Instrument Instrument { get; }

    public decimal Equity { get; }

    /// <summary>What one unit is expected to cost: the order's own price where it has one, else the market's.</summary>
    public decimal EntryPrice { get; }

    /// <summary>What is held of the symbol already.</summary>
    public Position? Held { get; }

    /// <summary>A venue keeps one leverage a symbol, so an addition trades at that of the position.</summary>
    public decimal Leverage => Held?.Leverage ?? Intent.Leverage;

    public decimal HeldMargin => Held?.Margin ?? 0m;

    public decimal Notional => EntryPrice * Intent.Quantity.Value;

    public decimal Margin => Notional / Leverage;

    /// <summary>The protective stop; one is put in place before the rules run where the mode proposed none.</summary>
    public decimal Stop => Intent.ProtectiveStop?.Value ?? throw new UnreachableException("An entry came to the rules without a stop.");

    /// <summary>How far the price may go against the entry before its stop, as a share of the price.</summary>
    public decimal StopDistance => Intent.Direction.Sign() * (EntryPrice - Stop) / EntryPrice;

    /// <summary>How far the target is from the entry, as a share of the price.</summary>
    public decimal? TargetDistance => Intent.Target is { } target
        ? Intent.Direction.Sign() * (target.Value - EntryPrice) / EntryPrice
        : null;

    /// <returns>The review, or what it lacks.</returns>
    public static EntryReview? Of(OrderIntent intent, RiskView view, out RiskUnknown lacking)
    {
        if (view.Instrument is not { } instrument || instrument.Symbol != intent.Symbol)
        {
            lacking = RiskUnknown.Instrument;
            return null;
        }

        if (view.Price is not { } price)
        {
            lacking = RiskUnknown.Price;
            return null;
        }

        if (view.Equity is not { } equity)
        {
            lacking = RiskUnknown.Equity;
            return null;
        }

        lacking = default;
        return new EntryReview(intent, view, instrument, equity, price.Value);
    }

    /// <summary>The entry with a protective stop: the mode's, else that of the position it adds to, else the bot's default.</summary>
    public EntryReview WithStop() => Intent.ProtectiveStop is null
        ? this with { Intent = Intent with { ProtectiveStop = Held?.Stop ?? DefaultStop() } }
        : this;

    /// <summary>How much this much margin buys.</summary>
    public decimal QuantityFor(decimal margin) => margin * Leverage / EntryPrice;

    // On the tick beyond the default distance, unless that tick is beyond the greatest distance.
    private Price DefaultStop()
    {
        var stop = EntryPrice * (1m - (Intent.Direction.Sign() * Limits.DefaultStopDistance));
        var beyond = Instrument.RoundPriceAgainstUs(stop, Intent.Direction.Closes());
        return Math.Abs(EntryPrice - beyond.Value) <= Limits.MaximumStopDistance * EntryPrice
            ? beyond
            : Instrument.RoundPriceAgainstUs(stop, Intent.Direction.Opens());
    }

    // A sale never fills under its limit but may well fill above it, where the margin is larger.
    private static decimal ExpectedFill(OrderIntent intent, decimal price) => intent switch
    {
        { LimitPrice: { } limit, Side: Side.Sell } => Math.Max(limit.Value, price),
        { LimitPrice: { } limit } => limit.Value,
        { StopPrice: { } stop } => stop.Value,
        _ => price,
    };
}
