using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Indicators;

public sealed class ManyReaders
{
    private const int Candles = 3_000_000;

    private static readonly Symbol Bitcoin = Symbol.Parse("BTC-USDT");
    private static readonly DateTimeOffset Start = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Never_see_half_a_candle_or_a_reading_of_another_one()
    {
        // A ring so small that the writer laps the readers all the time.
        var board = new IndicatorBoard(null, 16);
        var series = board.Series(Bitcoin, Timeframe.OneMinute);
        var track = board.Track(Bitcoin, Timeframe.OneMinute, new WholeSpec());
        var readers = Enumerable.Range(0, 3).Select(_ => new Reader(series, track)).ToArray();
        var threads = readers.Select(reader => new Thread(reader.Run)).ToArray();
        Array.ForEach(threads, thread => thread.Start());

        for (var number = 0; number < Candles; number++)
        {
            board.Append(Bitcoin, Timeframe.OneMinute, Numbered(number));
        }

        Array.ForEach(readers, reader => reader.Stop());
        Array.ForEach(threads, thread => Assert.True(thread.Join(TimeSpan.FromSeconds(20))));
        Assert.All(readers, reader => Assert.Null(reader.Fault));
        Assert.All(readers, reader => Assert.True(reader.Seen > 0));
    }

    [Fact]
    public void May_ask_for_new_tracks_while_the_feed_runs()
    {
        var board = new IndicatorBoard(null, 64);
        board.Append(Bitcoin, Timeframe.OneMinute, Numbered(0));
        var tracks = new List<Track<double>>();
        var asking = new Thread(() =>
        {
            for (var period = 1; period <= 60; period++)
            {
                tracks.Add(board.Track(Bitcoin, new Timeframe(1 + period % 5), new SmaSpec(period)));
            }
        });
        asking.Start();
        var number = 1;
        while (asking.IsAlive || number < 100_000)
        {
            board.Append(Bitcoin, Timeframe.OneMinute, Numbered(number++));
        }

        asking.Join();
        for (var period = 1; period <= 60; period++)
        {
            var series = board.Series(Bitcoin, new Timeframe(1 + period % 5));
            var last = Enumerable.Range(0, period).Select(back => series[series.Latest - back].Close);
            Assert.Equal(last.Average(), tracks[period - 1].At(series.Latest)!.Value, 1e-6);
        }
    }

    private static Candle Numbered(int number) =>
        new(Start.AddMinutes(number), number + 1, number + 1, number + 1, number + 1, number + 1);

    private sealed class Reader(CandleSeries series, Track<Whole> track)
    {
        private volatile bool _stopped;

        public long Seen { get; private set; }

        public string? Fault { get; private set; }

        public void Stop() => _stopped = true;

        public void Run()
        {
            for (var step = 0; !_stopped && Fault is null; step++)
            {
                try
                {
                    Look(step);
                }
                catch (ArgumentOutOfRangeException)
                {
                    // The writer was faster: a clear refusal, never a wrong value.
                }
            }
        }

        private void Look(int step)
        {
            var sequence = Math.Max(0, series.Latest - step % 16);
            var candle = series[sequence];
            var reading = track.At(sequence)!.Value;
            var number = (int)sequence;
            if (candle != Numbered(number) || reading != new Whole(number + 1, number + 1, number + 1, number + 1))
            {
                Fault = $"Candle {sequence} is {candle} and reads {reading}.";
            }

            if (series.TryFind(Start.AddMinutes(number + 1), out var found) && found != sequence)
            {
                Fault = $"Candle {sequence} was found at {found}.";
            }

            Seen++;
        }
    }

    private readonly record struct Whole(double Open, double High, double Low, double Close);

    private sealed record WholeSpec : IIndicatorSpec<Whole>, IIndicator<Whole>
    {
        public string Name => "Whole";

        public int WarmUpOn(Timeframe timeframe) => 1;

        public IIndicator<Whole> Create() => this;

        public Whole? Update(in Candle candle) => new Whole(candle.Open, candle.High, candle.Low, candle.Close);
    }
}
