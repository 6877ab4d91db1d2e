using BotCluster.Trading.Decisions;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Decisions;

/// <summary>The rules once more, candle by candle over plain arrays, as they stand in the book: the modes must agree on every candle.</summary>
public sealed class PlainRules
{
    private static readonly Candle[] Candles = [.. Desk.HalfYear];

    private static readonly double?[] Rsi = Over(new Rsi(14));
    private static readonly double?[] Volume = Over(new VolumeMean(20));

    [Theory]
    [InlineData(IndicatorPreset.Standard)]
    [InlineData(IndicatorPreset.Strict)]
    public void Indicator_enters_where_the_book_says(IndicatorPreset preset)
    {
        var (fast, slow, trend) = (Over(new Ema(9)), Over(new Ema(21)), Over(new Ema(50)));
        var desk = new Desk(new IndicatorOptions { Preset = preset }, Filled());
        var window = preset == IndicatorPreset.Strict ? 1 : 5;
        var entries = 0;
        for (var at = 60; at < Candles.Length; at++)
        {
            var close = Candles[at].Close;
            var isActive = Candles[at].Volume >= 0.8 * Volume[at];
            var high = Candles[(at - 20)..at].Max(candle => candle.High);
            var low = Candles[(at - 20)..at].Min(candle => candle.Low);
            var past = Rsi[(at - window + 1)..(at + 1)];
            var breaksOut = isActive && close > high && Rsi[at] > 60;
            var breaksDown = isActive && close < low && Rsi[at] < 40;
            var pullsBack = isActive && close > trend[at] && fast[at] > slow[at] && past.Any(rsi => rsi < 40) && Rsi[at] > Rsi[at - 1];
            var rallies = isActive && close < trend[at] && fast[at] < slow[at] && past.Any(rsi => rsi > 60) && Rsi[at] < Rsi[at - 1];

            var signal = (Signal.Enter?)desk.Decide(at).SingleOrDefault();

            Assert.Equal(breaksOut || pullsBack ? Direction.Long : breaksDown || rallies ? Direction.Short : null, signal?.Direction);
            if (signal is not null)
            {
                AssertTerms(signal, close, breaksOut ? high : breaksDown ? low : null);
                entries++;
            }
        }

        Assert.True(entries > 100, $"{entries} entries only.");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    public void Trinity_enters_where_the_book_says(int dipWindow)
    {
        var (sma, ema, adx) = (Over(new Sma(200)), Over(new Ema(20)), Over(new Adx(14)));
        var trend = Over(new SuperTrend(new SuperTrendSpec(10, 3)));
        var desk = new Desk(new TrinityOptions { DipWindow = dipWindow }, Filled());
        var sizes = new Dictionary<decimal, int>();
        for (var at = 201; at < Candles.Length; at++)
        {
            var close = Candles[at].Close;
            var met = new[]
            {
                close > sma[at],
                adx[at]!.Value.Adx > 25,
                close > ema[at],
                Rsi[(at - dipWindow)..(at + 1)].Any(rsi => rsi < 40),
                Candles[at].Volume > Volume[at],
            }.Count(isMet => isMet);
            var turns = trend[at]!.Value.Direction == Direction.Short && trend[at - 1]!.Value.Direction == Direction.Long;
            var falls = close < sma[at] && Candles[at - 1].Close >= sma[at - 1];
            var enters = met >= 3 && !turns && !falls && Rsi[at] <= 75;

            var signal = (Signal.Enter?)desk.Decide(at).SingleOrDefault();

            Assert.Equal(enters ? (met / 5.0, met >= 4 ? 0.03m : 0.02m) : ((double, decimal)?)null, Terms(signal));
            if (signal is not null)
            {
                Assert.Equal(0.965 * close, signal.Stop!.Value, 6);
                Assert.Equal(1.08 * close, signal.Target!.Value, 6);
                sizes[signal.SizeShare!.Value] = sizes.GetValueOrDefault(signal.SizeShare!.Value) + 1;
            }
        }

        Assert.True(sizes[0.03m] > 10 && sizes[0.02m] > 100, string.Join(", ", sizes));
    }

    [Fact]
    public void Trinity_closes_where_the_book_says()
    {
        var (sma, trend) = (Over(new Sma(200)), Over(new SuperTrend(new SuperTrendSpec(10, 3))));
        var desk = new Desk(new TrinityOptions(), Filled());
        var closes = 0;
        for (var at = 211; at < Candles.Length; at++)
        {
            var entered = at - 10;
            desk.View.Position = Desk.Opened(new Signal.Enter(Desk.Bitcoin, Direction.Long, 1, "test"), Candles[entered + 1]);
            var sells = trend[at]!.Value.Direction == Direction.Short
                && (trend[at - 1]!.Value.Direction == Direction.Long || trend[entered]!.Value.Direction == Direction.Long);
            var isBelow = Candles[at].Close < sma[at]
                && (Candles[at - 1].Close >= sma[at - 1] || Candles[entered].Close >= sma[entered]);

            var signal = desk.Decide(at).SingleOrDefault();

            Assert.Equal(sells || isBelow || Rsi[at] > 75, signal is Signal.Close);
            closes += signal is null ? 0 : 1;
        }

        Assert.True(closes > 100, $"{closes} closes only.");
    }

    [Fact]
    public void Indicator_sells_into_strength_with_profit_enough()
    {
        var desk = new Desk(new IndicatorOptions(), Filled());
        var closes = 0;
        for (var at = 80; at < Candles.Length; at++)
        {
            desk.View.Position = Desk.Opened(new Signal.Enter(Desk.Bitcoin, Direction.Long, 1, "test"), Candles[at - 12]);
            var profit = Candles[at].Close / Candles[at - 12].Open - 1;

            var signal = desk.Decide(at).SingleOrDefault();

            Assert.Equal(Rsi[at] > 80 && profit >= 0.02, signal is Signal.Close);
            closes += signal is null ? 0 : 1;
        }

        Assert.True(closes > 5, $"{closes} closes only.");
    }

    private static void AssertTerms(Signal.Enter signal, double close, double? level)
    {
        var sign = signal.Direction.Sign();
        var beyond = level is { } broken ? sign * (close - broken) / broken * 100 : 0;
        Assert.Equal(Math.Min(0.8, 0.6 + (beyond / 10)), signal.Confidence, 9);
        Assert.Equal(level * (1 - (sign * 0.015)) ?? close * (1 - (sign * 0.025)), signal.Stop!.Value, 6);
        Assert.Equal(close * (1 + (sign * 0.05)), signal.Target!.Value, 6);
        Assert.Equal(0.10m, signal.SizeShare);
    }

    private static (double, decimal)? Terms(Signal.Enter? signal) =>
        signal is null ? null : (signal.Confidence, signal.SizeShare!.Value);

    private static IndicatorBoard Filled()
    {
        var board = Desk.Board();
        foreach (var candle in Candles)
        {
            board.Append(Desk.Bitcoin, Timeframe.OneHour, candle);
        }

        return board;
    }

    private static T?[] Over<T>(IIndicator<T> indicator)
        where T : struct => [.. Candles.Select(candle => indicator.Update(candle))];
}
