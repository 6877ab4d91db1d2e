using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Indicators;

public sealed class IndicatorContract
{
    private static readonly Candle[] FiveMinutes =
        Table.Read("candles/BINANCE_BTCUSDT_2024_01_5m.csv.gz").Candles();

    public static TheoryData<string> Names => [.. IndicatorCase.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_null_until_warm_and_never_again(string name)
    {
        var run = IndicatorCase.All[name].Start();
        var wasWarm = false;
        foreach (var candle in FiveMinutes)
        {
            run.Update(candle);
            Assert.True(run.IsWarm || !wasWarm);
            wasWarm = run.IsWarm;
        }

        Assert.True(wasWarm);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_warm_after_the_candles_it_asks_for_wherever_they_begin(string name)
    {
        var indicator = IndicatorCase.All[name];
        for (var start = 0; start < 600; start += 37)
        {
            var run = indicator.Start();
            foreach (var candle in FiveMinutes.Skip(start).Take(indicator.WarmUpOn(Timeframe.FiveMinutes)))
            {
                run.Update(candle);
            }

            Assert.True(run.IsWarm);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Stays_finite_whatever_the_market_does(string name)
    {
        var run = IndicatorCase.All[name].Start();
        foreach (var candle in Extremes())
        {
            run.Update(candle);
            Assert.DoesNotContain("NaN", run.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", run.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", run.Text, StringComparison.Ordinal);
        }

        Assert.True(run.IsWarm);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Allocates_nothing_while_it_updates(string name)
    {
        var run = IndicatorCase.All[name].Start();
        foreach (var candle in FiveMinutes.AsSpan(0, 2000))
        {
            run.Update(candle);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var candle in FiveMinutes.AsSpan(2000))
        {
            run.Update(candle);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_bit_for_bit_the_same_from_the_same_candles(string name)
    {
        var one = IndicatorCase.All[name].Start();
        var other = IndicatorCase.All[name].Start();
        foreach (var candle in FiveMinutes.AsSpan(0, 3000))
        {
            one.Update(candle);
            other.Update(candle);
            Assert.True(one.ReadsLike(other));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_the_same_after_a_restart_as_if_it_had_never_stopped(string name)
    {
        var indicator = IndicatorCase.All[name];
        var warmUp = indicator.WarmUpOn(Timeframe.FiveMinutes);
        var steady = indicator.Start();
        for (var end = 0; end < FiveMinutes.Length; end++)
        {
            steady.Update(FiveMinutes[end]);
            if (end > 1000 + warmUp && end % 97 == 0)
            {
                AssertAgrees(steady, Restarted(indicator, end, warmUp), end);
            }
        }
    }

    private static IndicatorCase.IRun Restarted(IndicatorCase indicator, int end, int warmUp)
    {
        var restarted = indicator.Start();
        foreach (var candle in FiveMinutes.AsSpan(end + 1 - warmUp, warmUp))
        {
            restarted.Update(candle);
        }

        return restarted;
    }

    private static void AssertAgrees(IndicatorCase.IRun steady, IndicatorCase.IRun restarted, int end)
    {
        var expected = steady.Comparable;
        var actual = restarted.Comparable;
        for (var figure = 0; figure < expected.Length; figure++)
        {
            // What is a difference of prices or volumes is known to a part of those, not of itself.
            var tolerance = 1e-6 * Math.Abs(expected[figure]) + 1e-12 * FiveMinutes[end].Close;
            Assert.True(
                Math.Abs(expected[figure] - actual[figure]) <= tolerance,
                $"After {FiveMinutes[end].OpenTime:u}: {steady.Text} without, {restarted.Text} with a restart.");
        }
    }

    // Flat, then silent, tiny, huge, wild; each long enough to fill every window, and then straight into the next.
    private static IEnumerable<Candle> Extremes()
    {
        var time = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var kinds = new Func<int, (double Low, double High, double Close, double Volume)>[]
        {
            _ => (100, 100, 100, 5),
            _ => (100, 100, 100, 0),
            step => (1e-9, 3e-9, step % 2 == 0 ? 1e-9 : 3e-9, 1e15),
            step => (1e15, 3e15, step % 3 == 0 ? 3e15 : 1e15, 1e-8),
            step => (1e-9, 1e15, step % 2 == 0 ? 1e-9 : 1e15, step % 5 == 0 ? 1e12 : 0),
            _ => (1e-9, 1e-9, 1e-9, 0),
            _ => (7.1, 7.1, 7.1, 0.3),
        };
        foreach (var kind in kinds.Concat(kinds))
        {
            for (var step = 0; step < 1000; step++)
            {
                var (low, high, close, volume) = kind(step);
                yield return new Candle(time, low, high, low, close, volume);
                time += TimeSpan.FromMinutes(5);
            }
        }
    }
}
