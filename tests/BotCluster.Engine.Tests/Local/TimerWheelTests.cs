using BotCluster.Engine.Local;
using BotCluster.Testing;

namespace BotCluster.Engine.Tests.Local;

public sealed class TimerWheelTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly List<object> _fired = [];
    private readonly TimerWheel _wheel;

    public TimerWheelTests() => _wheel = new TimerWheel(_time, _fired.Add);

    public void Dispose() => _wheel.Dispose();

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(10, 10)]
    [InlineData(11, 20)]
    [InlineData(1_000, 1_000)]
    [InlineData(81_920, 81_920)]
    [InlineData(300_000, 300_000)]
    public void Fires_at_the_first_tick_that_is_not_early(int dueMilliseconds, int firesAtMilliseconds)
    {
        _wheel.Schedule(TimeSpan.FromMilliseconds(dueMilliseconds), "due");

        _time.Advance(TimeSpan.FromMilliseconds(firesAtMilliseconds - 1));
        Assert.Empty(_fired);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["due"], _fired);
        Assert.Equal(0, _wheel.Count);
    }

    [Fact]
    public void Fires_timers_of_one_tick_in_the_order_they_were_set()
    {
        foreach (var name in (string[])["first", "second", "third"])
        {
            _wheel.Schedule(TimeSpan.FromMilliseconds(50), name);
        }

        _time.Advance(TimeSpan.FromMilliseconds(50));

        Assert.Equal(["first", "second", "third"], _fired);
    }

    [Fact]
    public void Forgets_a_cancelled_timer_and_knows_it_no_more()
    {
        var timer = _wheel.Schedule(TimeSpan.FromMilliseconds(50), "cancelled");

        Assert.True(_wheel.Cancel(timer));
        Assert.False(_wheel.Cancel(timer));
        _wheel.Schedule(TimeSpan.FromMilliseconds(60), "other");
        Assert.False(_wheel.Reschedule(timer, TimeSpan.FromMilliseconds(10)));
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["other"], _fired);
    }

    [Fact]
    public void Moves_a_timer_earlier_and_later()
    {
        var early = _wheel.Schedule(TimeSpan.FromMinutes(5), "early");
        var late = _wheel.Schedule(TimeSpan.FromMilliseconds(20), "late");

        Assert.True(_wheel.Reschedule(early, TimeSpan.FromMilliseconds(30)));
        Assert.True(_wheel.Reschedule(late, TimeSpan.FromMilliseconds(40)));
        _time.Advance(TimeSpan.FromMilliseconds(30));
        Assert.Equal(["early"], _fired);
        _time.Advance(TimeSpan.FromMilliseconds(10));

        Assert.Equal(["early", "late"], _fired);
        Assert.False(_wheel.Reschedule(late, TimeSpan.Zero));
    }

    [Fact]
    public void Stands_still_while_nothing_is_set()
    {
        _wheel.Schedule(TimeSpan.FromMilliseconds(20), "once");
        _time.Advance(TimeSpan.FromMilliseconds(30));
        Assert.Equal(["once"], _fired);

        _time.Advance(TimeSpan.FromDays(30));
        _wheel.Schedule(TimeSpan.FromMilliseconds(20), "again");
        _time.Advance(TimeSpan.FromMilliseconds(19));
        Assert.Equal(["once"], _fired);
        _time.Advance(TimeSpan.FromMilliseconds(11));

        Assert.Equal(["once", "again"], _fired);
    }

    [Fact]
    public void Lets_a_callback_set_the_next_timer()
    {
        TimerWheel? wheel = null;
        var times = new List<DateTimeOffset>();
        using var again = wheel = new TimerWheel(_time, target =>
        {
            times.Add(_time.GetUtcNow());
            if (times.Count < 3)
            {
                wheel!.Schedule(TimeSpan.FromSeconds(1), target);
            }
        });

        again.Schedule(TimeSpan.FromSeconds(1), "bot");
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal([1, 2, 3], times.Select(time => (time - new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalSeconds));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fires_as_a_sorted_list_would(int seed)
    {
        var random = new Random(seed);
        var expected = new List<(long Tick, int Order, string Name)>();
        var known = new Dictionary<string, (WheelTimer Timer, long Tick)>();
        var order = 0;
        var now = 0L;

        for (var action = 0; action < 3_000; action++)
        {
            switch (random.Next(6))
            {
                case 0 or 1 or 2:
                    var name = $"timer {action}";
                    var due = Due();
                    known[name] = (_wheel.Schedule(TimeSpan.FromMilliseconds(due), name), TickOf(due));
                    expected.Add((TickOf(due), order++, name));
                    break;
                case 3 when known.Count > 0:
                    var moved = known.Keys.ElementAt(random.Next(known.Count));
                    var later = Due();
                    Assert.Equal(expected.RemoveAll(timer => timer.Name == moved) > 0, _wheel.Reschedule(known[moved].Timer, TimeSpan.FromMilliseconds(later)));
                    expected.Add((TickOf(later), order++, moved));
                    break;
                case 4 when known.Count > 0:
                    var cancelled = known.Keys.ElementAt(random.Next(known.Count));
                    Assert.True(_wheel.Cancel(known[cancelled].Timer));
                    expected.RemoveAll(timer => timer.Name == cancelled);
                    known.Remove(cancelled);
                    break;
                default:
                    Pass(random.Next(20) == 0 ? random.Next(200_000) : random.Next(400));
                    break;
            }
        }

        Pass(2_000_000);
        Assert.Empty(expected);
        Assert.Equal(0, _wheel.Count);

        void Pass(int milliseconds)
        {
            now += milliseconds;
            _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            var due = expected.Where(timer => timer.Tick * 10 <= now).OrderBy(timer => timer.Tick).ThenBy(timer => timer.Order).ToArray();
            Assert.True(due.Select(timer => timer.Name).SequenceEqual(_fired.Cast<string>()), $"Seed {seed}: wrong order at {now} ms.");
            expected.RemoveAll(timer => timer.Tick * 10 <= now);
            Array.ForEach(due, timer => known.Remove(timer.Name));
            _fired.Clear();
        }

        int Due() => random.Next(10) switch { 0 => 0, 1 => random.Next(500_000), _ => random.Next(3_000) };

        long TickOf(int due) => Math.Max((now + due + 9) / 10, (now / 10) + 1);
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 12)];
}
