using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Indicators;

public sealed class VolumeIndicators
{
    private static readonly DateTimeOffset Midnight = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(10, 20, 20, 7, 7)]
    [InlineData(10, 20, 10, 7, -7)]
    [InlineData(10, 20, 15, 7, 0)]
    [InlineData(10, 20, 17.5, 8, 4)]
    [InlineData(10, 10, 10, 8, 0)]
    public void Delta_is_the_volume_by_where_the_candle_closed(
        double low, double high, double close, double volume, double delta)
    {
        var candle = new Candle(Midnight, low, high, low, close, volume);

        Assert.Equal(new DeltaReading(delta, delta), new CumulativeDelta(Anchor.UtcDay).Update(candle));
        Assert.Equal(Math.Abs(delta), new DeltaMean(1).Update(candle));
    }

    [Fact]
    public void Totals_begin_anew_at_midnight()
    {
        var delta = new CumulativeDelta(Anchor.UtcDay);
        var price = new VwapSpec().Create();
        foreach (var hour in Enumerable.Range(0, 24))
        {
            delta.Update(Hour(hour, 100));
            price.Update(Hour(hour, 100 + hour));
        }

        Assert.Equal(new DeltaReading(3, 3), delta.Update(Hour(24, 50)));
        Assert.Equal(new VwapReading(50, 50, 50), price.Update(Hour(24, 50)));
    }

    [Fact]
    public void A_day_whose_beginning_was_not_seen_has_no_total()
    {
        var delta = new CumulativeDelta(Anchor.UtcDay);
        var price = new VwapSpec().Create();

        Assert.Null(delta.Update(Hour(5, 100)));
        Assert.Null(price.Update(Hour(5, 100)));

        // The next day's first hours are missing from the data, which is the market's doing and not a late start.
        Assert.NotNull(delta.Update(Hour(27, 100)));
        Assert.NotNull(price.Update(Hour(27, 100)));
    }

    [Fact]
    public void Without_an_anchor_totals_run_on()
    {
        var delta = new CumulativeDelta(Anchor.Unanchored);
        delta.Update(Hour(5, 100));

        Assert.Equal(new DeltaReading(3, 6), delta.Update(Hour(29, 100)));
    }

    [Fact]
    public void Bands_stand_off_by_the_deviation_weighted_by_volume()
    {
        var price = new VwapSpec(Anchor.Unanchored, 3).Create();
        price.Update(Flat(100, 30));
        var reading = price.Update(Flat(140, 10))!.Value;

        // Mean 110; variance (30 × 10² + 10 × 30²) / 40 = 300.
        Assert.Equal(110, reading.Vwap, 10);
        Assert.Equal(110 + 3 * Math.Sqrt(300), reading.Upper, 10);
        Assert.Equal(110 - 3 * Math.Sqrt(300), reading.Lower, 10);
    }

    [Fact]
    public void Before_anything_trades_the_average_price_is_the_last_price()
    {
        var price = new VwapSpec(Anchor.Unanchored).Create();

        Assert.Equal(new VwapReading(100, 100, 100), price.Update(Flat(100, 0)));
        Assert.Equal(new VwapReading(90, 90, 90), price.Update(Flat(90, 0)));
        Assert.Equal(new VwapReading(80, 80, 80), price.Update(Flat(80, 5)));
        Assert.Equal(new VwapReading(80, 80, 80), price.Update(Flat(70, 0)));
    }

    [Fact]
    public void Mean_volume_is_that_of_the_last_candles()
    {
        var mean = new VolumeMean(2);

        Assert.Null(mean.Update(Flat(1, 4)));
        Assert.Equal(5, mean.Update(Flat(1, 6)));
        Assert.Equal(8, mean.Update(Flat(1, 10)));
    }

    private static Candle Flat(double price, double volume) => new(Midnight, price, price, price, price, volume);

    // Closes at its high with a volume of 3, and its typical price is the given one.
    private static Candle Hour(int hour, double price) =>
        new(Midnight.AddHours(hour), price - 2, price + 1, price - 2, price + 1, 3);
}
