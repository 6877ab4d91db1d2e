using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Indicators;

public sealed class DriftTests
{
    [Fact]
    public void A_simple_average_is_still_right_after_five_million_prices()
    {
        const int Period = 50;
        var random = new Random(7);
        var average = new Sma(Period);
        var window = new Queue<double>();
        double? last = null;
        for (var update = 0; update < 5_000_000; update++)
        {
            // Now and then a price a thousand million times as large, as on a wrong print.
            var price = update % 9973 == 0 ? 1e14 : 1e5 * random.NextDouble();
            last = average.Update(price);
            window.Enqueue(price);
            if (window.Count > Period)
            {
                window.Dequeue();
            }
        }

        Assert.Equal(window.Average(), last!.Value, 1e-11 * window.Average());
    }

    [Fact]
    public void Bands_close_up_on_a_price_that_stands_still_after_a_storm()
    {
        var bands = new BollingerSpec().Create();
        var random = new Random(7);
        for (var update = 0; update < 100_000; update++)
        {
            bands.Update(At(1e9 * random.NextDouble() + 1));
        }

        BollingerReading? reading = null;
        for (var update = 0; update < 20; update++)
        {
            reading = bands.Update(At(0.1));
        }

        Assert.Equal(0.1, reading!.Value.Middle, 1e-16);
        Assert.InRange(reading.Value.Width, 0, 1e-14);
    }

    [Fact]
    public void Bands_keep_a_small_deviation_around_a_large_price()
    {
        var bands = new BollingerSpec(4, 1).Create();
        BollingerReading? reading = null;
        foreach (var step in new[] { -1.0, 1, -1, 1 })
        {
            reading = bands.Update(At(1e9 + step * 1e-3));
        }

        // The square of the price has 18 digits, so a difference of squares would be lost.
        Assert.Equal(1e-3, reading!.Value.Upper - reading.Value.Middle, 2e-7);
    }

    private static Candle At(double price) => new(DateTimeOffset.UnixEpoch, price, price, price, price, 1);
}
