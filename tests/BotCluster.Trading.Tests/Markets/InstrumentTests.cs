using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Markets;

public sealed class InstrumentTests
{
    private static readonly Symbol Spot = Symbol.Parse("BTC-USDT");
    private static readonly Symbol Perpetual = Symbol.Parse("BTC-USDT-PERP");
    private static readonly Instrument Traded = new(Perpetual, tick: 0.05m, lot: 0.002m, 5m, Fees.Paper, 20m);

    [Theory]
    [InlineData(100.02, 100.00)]
    [InlineData(100.03, 100.05)]
    [InlineData(100.025, 100.05)]
    [InlineData(0.025, 0.05)]
    public void A_statistic_becomes_the_nearest_price(double value, double price) =>
        Assert.Equal((decimal)price, Traded.NearestPrice(value)?.Value);

    [Theory]
    [InlineData(0.02)]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e16)]
    public void A_statistic_that_is_no_price_becomes_none(double value) => Assert.Null(Traded.NearestPrice(value));

    [Theory]
    [InlineData(100.01, Side.Buy, 100.05)]
    [InlineData(100.04, Side.Sell, 100.00)]
    [InlineData(100.05, Side.Buy, 100.05)]
    [InlineData(100.05, Side.Sell, 100.05)]
    [InlineData(0.01, Side.Sell, 0.05)]
    public void Rounding_against_us_pays_more_or_gets_less(double price, Side side, double rounded) =>
        Assert.Equal((decimal)rounded, Traded.RoundPriceAgainstUs((decimal)price, side).Value);

    [Theory]
    [InlineData(1.0039, 1.002)]
    [InlineData(1.004, 1.004)]
    [InlineData(0.0019, 0)]
    [InlineData(-1, 0)]
    public void A_quantity_is_the_whole_lots_that_fit(double quantity, double floored)
    {
        Assert.Equal((decimal)floored, Traded.FloorQuantity((decimal)quantity).Value);
        Assert.Equal((decimal)floored, Traded.FloorQuantity(quantity).Value);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e15)]
    public void A_quantity_that_is_none_is_zero(double quantity) => Assert.True(Traded.FloorQuantity(quantity).IsZero);

    [Fact]
    public void A_quantity_a_hair_under_a_lot_is_never_rounded_up()
    {
        // The quotient of 28 digits is exactly 1500, although the quantity is less than 1500 lots.
        const decimal Hair = 2.9999999999999999999999999999m;

        Assert.Equal(2.998m, Traded.FloorQuantity(Hair).Value);
    }

    [Fact]
    public void No_quantity_is_floored_above_itself() => Seeds.ForEach(2_000, random =>
    {
        var quantity = 1m / random.Next(1, 1_000_000) * random.Next(1, 1_000_000);
        var floored = Traded.FloorQuantity(quantity).Value;

        Assert.InRange(quantity - floored, 0m, Traded.Lot - 1e-28m);
        Assert.Equal(0m, floored % Traded.Lot);
    });

    [Theory]
    [InlineData(0, 1, 0, 1)]
    [InlineData(-1, 1, 0, 1)]
    [InlineData(1, 0, 0, 1)]
    [InlineData(1, 1, -1, 1)]
    [InlineData(1, 1, 0, 0.9)]
    public void Terms_that_no_venue_has_are_refused(double tick, double lot, double minimum, double leverage) =>
        Assert.ThrowsAny<ArgumentException>(
            () => new Instrument(Perpetual, (decimal)tick, (decimal)lot, (decimal)minimum, Fees.Paper, (decimal)leverage));

    [Fact]
    public void Spot_has_neither_leverage_nor_shorts()
    {
        Assert.Throws<ArgumentException>(() => new Instrument(Spot, 1m, 1m, 1m, Fees.Paper, 2m));
        Assert.False(new Instrument(Spot, 1m, 1m, 1m, Fees.Paper, 1m).CanShort);
        Assert.True(Traded.CanShort);
    }
}
