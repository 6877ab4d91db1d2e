using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Indicators;

public sealed class PublishedValues
{
    private static readonly Candle[] Bars = Table.Read("skender/bars.csv").Candles();

    [Fact]
    public void Simple_average_agrees() =>
        Figures.AssertEqual(Column("sma", "sma"), Of(new SmaSpec(20), value => value));

    [Fact]
    public void Exponential_average_agrees() =>
        Figures.AssertEqual(Column("ema", "ema"), Of(new EmaSpec(20), value => value));

    [Theory]
    [InlineData(12, "fastEma")]
    [InlineData(26, "slowEma")]
    public void Exponential_averages_under_macd_agree(int period, string column) =>
        Figures.AssertEqual(Column("macd", column), Of(new EmaSpec(period), value => value));

    [Fact]
    public void Relative_strength_agrees() =>
        Figures.AssertEqual(Column("rsi", "rsi"), Of(new RsiSpec(14), value => value));

    [Fact]
    public void Average_true_range_agrees() =>
        Figures.AssertEqual(Column("atr", "atr"), Of(new AtrSpec(14), value => value));

    [Fact]
    public void Directional_index_agrees()
    {
        var readings = new AdxSpec(14).Create().Readings(Bars);
        var adx = Column("adx", "adx");

        Figures.AssertEqual(adx, readings.Of(reading => reading.Adx));
        Figures.AssertEqual(Where(adx, Column("adx", "pdi")), readings.Of(reading => reading.PlusDi));
        Figures.AssertEqual(Where(adx, Column("adx", "mdi")), readings.Of(reading => reading.MinusDi));
    }

    [Fact]
    public void Macd_agrees()
    {
        var readings = new MacdSpec().Create().Readings(Bars);
        var signal = Column("macd", "signal");

        Figures.AssertEqual(Where(signal, Column("macd", "macd")), readings.Of(reading => reading.Line));
        Figures.AssertEqual(signal, readings.Of(reading => reading.Signal));
        Figures.AssertEqual(Column("macd", "histogram"), readings.Of(reading => reading.Histogram));
    }

    [Fact]
    public void Bollinger_bands_agree()
    {
        var readings = new BollingerSpec().Create().Readings(Bars);

        Figures.AssertEqual(Column("bb", "upperBand"), readings.Of(reading => reading.Upper));
        Figures.AssertEqual(Column("bb", "sma"), readings.Of(reading => reading.Middle));
        Figures.AssertEqual(Column("bb", "lowerBand"), readings.Of(reading => reading.Lower));
        Figures.AssertEqual(Column("bb", "width"), readings.Of(reading => reading.Width));
    }

    [Fact]
    public void Standard_deviation_under_the_bands_agrees() => Figures.AssertEqual(
        Column("stdev", "stdDev"), Of(new BollingerSpec(14, 1), reading => reading.Upper - reading.Middle));

    [Fact]
    public void Stochastic_agrees()
    {
        var readings = new StochasticSpec().Create().Readings(Bars);
        var signal = Column("stoch", "signal");

        Figures.AssertEqual(Where(signal, Column("stoch", "oscillator")), readings.Of(reading => reading.K));
        Figures.AssertEqual(signal, readings.Of(reading => reading.D));
    }

    [Fact]
    public void On_balance_volume_agrees() =>
        Figures.AssertEqual(Column("obv", "obv"), Of(new ObvSpec(), value => value));

    [Fact]
    public void Mean_of_on_balance_volume_agrees_with_the_mean_of_the_published_one()
    {
        var obv = Column("obv", "obv");
        var means = obv.Select((_, row) => row < 13 ? null : obv[(row - 13)..(row + 1)].Average()).ToArray();

        Figures.AssertEqual(means, Of(new ObvMeanSpec(14), reading => reading.Mean));
        Figures.AssertEqual(Where(means, obv), Of(new ObvMeanSpec(14), reading => reading.Obv));
    }

    [Fact]
    public void Volume_weighted_price_agrees() =>
        Figures.AssertEqual(Column("vwap", "vwap"), Of(new VwapSpec(Anchor.Unanchored), reading => reading.Vwap));

    [Fact]
    public void Super_trend_agrees_in_value_and_direction()
    {
        var readings = new SuperTrendSpec().Create().Readings(Bars);
        var rising = Column("supertrend", "lowerBand");
        var falling = Column("supertrend", "upperBand");

        Figures.AssertEqual(Column("supertrend", "superTrend"), readings.Of(reading => reading.Value));
        for (var row = 0; row < readings.Length; row++)
        {
            Direction? expected = rising[row] is not null ? Direction.Long
                : falling[row] is not null ? Direction.Short
                : null;
            Assert.Equal(expected, readings[row]?.Direction);
        }
    }

    [Fact]
    public void Ichimoku_agrees_and_its_leading_spans_are_the_spans_published_26_bars_later()
    {
        var readings = new IchimokuSpec().Create().Readings(Bars);
        var spanA = Column("ichimoku", "senkouSpanA");
        var spanB = Column("ichimoku", "senkouSpanB");

        Figures.AssertEqual(Where(spanB, Column("ichimoku", "tenkanSen")), readings.Of(reading => reading.Tenkan));
        Figures.AssertEqual(Where(spanB, Column("ichimoku", "kijunSen")), readings.Of(reading => reading.Kijun));
        Figures.AssertEqual(Where(spanB, spanA), readings.Of(reading => reading.SpanA));
        Figures.AssertEqual(spanB, readings.Of(reading => reading.SpanB));
        Figures.AssertEqual(Where(spanB[..^26], spanA[26..]), readings[..^26].Of(reading => reading.LeadingSpanA));
        Figures.AssertEqual(Where(spanB[..^26], spanB[26..]), readings[..^26].Of(reading => reading.LeadingSpanB));
    }

    [Fact]
    public void Donchian_channel_agrees()
    {
        var readings = new DonchianSpec(20).Create().Readings(Bars);

        Figures.AssertEqual(Column("donchian", "upperBand"), readings.Of(reading => reading.High));
        Figures.AssertEqual(Column("donchian", "centerline"), readings.Of(reading => reading.Middle));
        Figures.AssertEqual(Column("donchian", "lowerBand"), readings.Of(reading => reading.Low));
    }

    private static double?[] Column(string file, string column) => Table.Read($"skender/{file}.csv").Column(column);

    // Where a reading has several figures, it appears once the last of them is known.
    private static double?[] Where(double?[] known, double?[] values) =>
        [.. values.Zip(known, (value, other) => other is null ? null : value)];

    private static double?[] Of<T>(IIndicatorSpec<T> spec, Func<T, double> figure)
        where T : struct => spec.Create().Readings(Bars).Of(figure);
}
