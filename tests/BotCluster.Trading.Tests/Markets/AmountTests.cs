using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Markets;

public sealed class AmountTests
{
    private static readonly Asset Usdt = new("USDT");

    [Fact]
    public void A_price_is_above_zero()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Price(0m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Price(-1m));
        Assert.Throws<InvalidOperationException>(() => default(Price).Value);
    }

    [Fact]
    public void Prices_and_quantities_have_an_order()
    {
        var (low, high) = (new Price(1m), new Price(2m));
        var (less, more) = (new Quantity(1m), new Quantity(2m));

        Assert.True(low < high && high > low && low <= high && high >= low && low.CompareTo(high) < 0);
        Assert.True(less < more && more > less && less <= more && more >= less && less.CompareTo(more) < 0);
        Assert.Equal(less, Quantity.Min(more, less));
        Assert.Equal(less, Quantity.Min(less, more));
    }

    [Fact]
    public void A_quantity_is_never_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quantity(-0.001m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quantity(1m) - new Quantity(1.001m));
        Assert.Equal(new Quantity(0.25m), new Quantity(1m) - new Quantity(0.75m));
        Assert.Equal(new Quantity(1.75m), new Quantity(1m) + new Quantity(0.75m));
        Assert.True(default(Quantity).IsZero);
    }

    [Fact]
    public void A_price_times_a_quantity_is_exact() => Assert.Equal(0.02m, new Price(0.1m) * new Quantity(0.2m));

    [Fact]
    public void Money_of_one_asset_adds_up_and_of_two_does_not()
    {
        Assert.Equal(new Money(0.3m, Usdt), new Money(0.1m, Usdt) + new Money(0.2m, Usdt));
        Assert.True((new Money(0.1m, Usdt) - new Money(0.2m, Usdt)).IsNegative);
        Assert.Throws<InvalidOperationException>(() => new Money(1m, Usdt) + new Money(1m, new Asset("BTC")));
        Assert.Throws<InvalidOperationException>(() => new Money(1m, Usdt) - new Money(1m, new Asset("BTC")));
    }

    [Fact]
    public void Amounts_are_spelled_with_a_point_whatever_the_machine() => Assert.Equal(
        ("1.5 USDT", "1.5", "1.5"), (new Money(1.5m, Usdt).ToString(), new Price(1.5m).ToString(), new Quantity(1.5m).ToString()));

    [Fact]
    public void Directions_and_sides_belong_together()
    {
        Assert.Equal((Side.Buy, Side.Sell, 1), (Direction.Long.Opens(), Direction.Long.Closes(), Direction.Long.Sign()));
        Assert.Equal((Side.Sell, Side.Buy, -1), (Direction.Short.Opens(), Direction.Short.Closes(), Direction.Short.Sign()));
    }
}
