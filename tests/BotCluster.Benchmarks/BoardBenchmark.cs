using System.Diagnostics;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Benchmarks;

/// <summary>Candles a second through the shared indicators.</summary>
internal static class BoardBenchmark
{
    private static readonly Symbol Traded = Symbol.Parse("BTC-USDT");

    public static Task RunAsync(Market market, Report report, bool quick)
    {
        var candles = Candles(quick ? 100_000 : 1_000_000);
        Measure(report, candles, "two averages", board =>
        {
            board.Track(Traded, Timeframe.FiveMinutes, new SmaSpec(10));
            board.Track(Traded, Timeframe.FiveMinutes, new SmaSpec(30));
        });
        Measure(report, candles, "what the indicator and trinity modes ask for", board =>
        {
            foreach (var kind in Enumerable.Range(0, 2))
            {
                var settings = Bots.Mixed(kind) with { Symbols = [Traded] };
                settings.Mode.Create(settings, board);
            }
        });
        return Task.CompletedTask;
    }

    private static void Measure(Report report, Candle[] candles, string notes, Action<IndicatorBoard> register)
    {
        var rates = new List<double>();
        var bare = new List<double>();
        for (var round = 0; round < 7; round++)
        {
            var board = new IndicatorBoard(null);
            board.Series(Traded, Timeframe.FiveMinutes);
            register(board);
            var symbol = board.Of(Traded);
            var began = Stopwatch.GetTimestamp();
            foreach (ref readonly var candle in candles.AsSpan())
            {
                symbol.Append(Timeframe.FiveMinutes, candle);
            }

            rates.Add(candles.Length / Stopwatch.GetElapsedTime(began).TotalSeconds);
            bare.Add(Bare(candles));
        }

        var ratio = Report.Median(bare) / Report.Median(rates);
        report.Add(
            $"candles/s through the board, {notes}",
            Report.Spread(rates),
            "–",
            $"lowest / median / highest of {rates.Count} rounds of {Report.Number(candles.Length)} candles; "
            + $"a bare loop of two averages over the same array is {ratio:0.0} times as fast");
    }

    private static double Bare(Candle[] candles)
    {
        var began = Stopwatch.GetTimestamp();
        double fast = 0, slow = 0;
        var above = 0;
        for (var index = 30; index < candles.Length; index++)
        {
            fast += candles[index].Close - candles[index - 10].Close;
            slow += candles[index].Close - candles[index - 30].Close;
            above += fast * 3 > slow ? 1 : 0;
        }

        GC.KeepAlive(above);
        return candles.Length / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static Candle[] Candles(int count)
    {
        var random = new Random(1);
        var candles = new Candle[count];
        var price = 50_000.0;
        var open = new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var index = 0; index < count; index++)
        {
            var close = price * (1 + ((random.NextDouble() - 0.5) * 0.004));
            candles[index] = new Candle(
                open, price, Math.Max(price, close) * 1.001, Math.Min(price, close) * 0.999, close, random.NextDouble() * 100);
            price = close;
            open += TimeSpan.FromMinutes(5);
        }

        return candles;
    }
}
