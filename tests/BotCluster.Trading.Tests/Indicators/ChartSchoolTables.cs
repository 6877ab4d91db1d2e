using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Indicators;

public sealed class ChartSchoolTables
{
    [Fact]
    public void Average_true_range_agrees_once_the_first_candle_has_a_range()
    {
        // The table takes the first candle's own range for its true range: as if the close before it lay within.
        var table = Table.Read("chartschool/cs-atr.csv");
        var candles = table.Candles();
        var before = new Candle(
            candles[0].OpenTime.AddDays(-1), candles[0].Close, candles[0].High, candles[0].Low, candles[0].Close, 1);
        var expected = table.Column("ATR").Select(value => value == 0 ? null : value).ToArray();

        var readings = new AtrSpec(14).Create().Readings(candles.Prepend(before));

        Figures.AssertEqual(expected, readings[1..].Of(value => value), 1e-9);
    }

    [Fact]
    public void Bollinger_bands_agree()
    {
        var table = Table.Read("chartschool/cs-bbands.csv");

        var readings = new BollingerSpec().Create().Readings(table.Candles());

        Figures.AssertEqual(table.Column("HighBand"), readings.Of(reading => reading.Upper), 1e-6);
        Figures.AssertEqual(table.Column("MiddleBand"), readings.Of(reading => reading.Middle), 1e-6);
        Figures.AssertEqual(table.Column("LowBand"), readings.Of(reading => reading.Lower), 1e-6);
        Figures.AssertEqual(table.Column("WidthBand"), readings.Of(reading => 100 * reading.Width), 1e-6);
    }

    [Fact]
    public void On_balance_volume_agrees()
    {
        var table = Table.Read("chartschool/cs-obv.csv");
        var expected = table.Column("OBV");
        Assert.Null(expected[0]);
        expected[0] = 0;

        Figures.AssertEqual(expected, new ObvSpec().Create().Readings(table.Candles()).Of(value => value));
    }

    [Fact]
    public void Fast_stochastic_agrees()
    {
        // The table leaves the first possible value of the signal out.
        var table = Table.Read("chartschool/cs-soo.csv");
        var signal = table.Column("SO_SIG");

        var readings = new StochasticSpec(14, 1, 3).Create().Readings(table.Candles());

        for (var row = 16; row < readings.Length; row++)
        {
            Assert.Equal(table.Column("SO")[row]!.Value, readings[row]!.Value.K, 5);
            Assert.Equal(signal[row]!.Value, readings[row]!.Value.D, 4);
        }

        Assert.Null(readings[14]);
        Assert.NotNull(readings[15]);
    }

    [Fact]
    public void Donchian_channel_agrees_one_candle_later()
    {
        // The table counts the current candle; ours stands at what a breakout has to beat.
        var table = Table.Read("chartschool/cs-dc.csv");

        var readings = new DonchianSpec(20).Create().Readings(table.Candles());

        Figures.AssertEqual(
            table.Column("upper_band")[..^1], readings[1..].Of(reading => reading.High), 0.005);
        Figures.AssertEqual(
            table.Column("lower_band")[..^1], readings[1..].Of(reading => reading.Low), 0.005);
    }
}
