using BotCluster.Testing;

namespace BotCluster.Ledger.Tests.Testing;

public class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Fires_timers_in_the_order_of_their_times_and_each_at_its_own()
    {
        var start = _clock.GetUtcNow();
        var fired = new List<string>();
        using var late = _clock.CreateTimer(_ => Note("late"), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var often = _clock.CreateTimer(_ => Note("often"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        _clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(["often 1", "late 3", "often 3"], fired);
        Assert.Equal(start.AddSeconds(4), _clock.GetUtcNow());

        void Note(string name) => fired.Add($"{name} {(_clock.GetUtcNow() - start).TotalSeconds}");
    }

    [Fact]
    public async Task Wakes_a_sleeper_only_when_its_time_has_come()
    {
        var sleep = Task.Delay(TimeSpan.FromMinutes(1), _clock, TestContext.Current.CancellationToken);

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(sleep.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await sleep;
        Assert.Equal(0, _clock.WaitingTimers);
    }

    [Fact]
    public void A_disposed_timer_fires_no_more()
    {
        var fired = 0;
        var timer = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));
        timer.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(1, fired);
    }
}
