namespace BotCluster.Trading.Markets;

/// <summary>What a venue lets be traded and on which terms: price and quantity steps, minimum, fees, leverage.</summary>
/// <remarks>
/// The one place where statistics (double) become money (decimal): every rounding has a name that says in whose
/// favour it goes.
/// </remarks>
public sealed record Instrument
{
    public Instrument(Symbol symbol, decimal tick, decimal lot, decimal minimumNotional, Fees fees, decimal maximumLeverage)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tick);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lot);
        ArgumentOutOfRangeException.ThrowIfNegative(minimumNotional);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLeverage, 1m);
        if (symbol.Kind == MarketKind.Spot && maximumLeverage != 1m)
        {
            throw new ArgumentException($"{symbol} is spot, so its leverage is 1, not {maximumLeverage}.", nameof(maximumLeverage));
        }

        Symbol = symbol;
        Tick = tick;
        Lot = lot;
        MinimumNotional = minimumNotional;
        Fees = fees;
        MaximumLeverage = maximumLeverage;
    }

    public Symbol Symbol { get; }

    /// <summary>The smallest step of a price, in the quote asset.</summary>
    public decimal Tick { get; }

    /// <summary>The smallest step of a quantity, in the base asset.</summary>
    public decimal Lot { get; }

    /// <summary>The smallest order a venue takes, as price × quantity in the quote asset.</summary>
    public decimal MinimumNotional { get; }

    public Fees Fees { get; }

    public decimal MaximumLeverage { get; }

    /// <summary>Null on spot, and on a perpetual whose funding is not known.</summary>
    public FundingTerms? Funding { get; init; }

    public bool CanShort => Symbol.Kind == MarketKind.Perpetual;

    /// <summary>The price nearest to a statistic, on the tick; null where there is none (below half a tick, or not a number).</summary>
    public Price? NearestPrice(double value)
    {
        if (!IsMoney(value))
        {
            return null;
        }

        var rounded = Math.Round((decimal)value / Tick, MidpointRounding.AwayFromZero) * Tick;
        return rounded > 0m ? new Price(rounded) : null;
    }

    /// <summary>A price on the tick, rounded so that whoever trades on this side pays more or gets less.</summary>
    public Price RoundPriceAgainstUs(decimal price, Side side)
    {
        var steps = price / Tick;
        var rounded = (side == Side.Buy ? decimal.Ceiling(steps) : decimal.Floor(steps)) * Tick;
        return new Price(Math.Max(rounded, Tick));
    }

    /// <summary>The most lots that fit into a quantity.</summary>
    public Quantity FloorQuantity(decimal quantity)
    {
        // A quotient of 28 digits may have been rounded up to the next whole lot.
        var lots = decimal.Floor(quantity / Lot);
        return new Quantity(Math.Max(0m, (lots * Lot > quantity ? lots - 1m : lots) * Lot));
    }

    public Quantity FloorQuantity(double quantity) => IsMoney(quantity) ? FloorQuantity((decimal)quantity) : Quantity.Zero;

    // Beyond this a decimal cannot hold the value with any digits to spare, and no venue trades it.
    private static bool IsMoney(double value) => double.IsFinite(value) && value is > 0 and < 1e15;
}
