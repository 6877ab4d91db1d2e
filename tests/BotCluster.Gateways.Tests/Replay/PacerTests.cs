using BotCluster.Gateways.Replay;
using BotCluster.Testing;

namespace BotCluster.Gateways.Tests.Replay;

public sealed class PacerTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(20);

    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Lets_the_nth_step_through_when_n_steps_worth_of_time_has_passed(int seed)
    {
        var random = new Random(seed);
        var speed = Math.Round(Math.Pow(10, (random.NextDouble() * 3) - 1), 3);
        var pacer = new Pacer(_time, ReplaySpeed.Of(speed));
        await pacer.WaitAsync(TestContext.Current.CancellationToken);
        var beginning = _time.GetUtcNow();

        for (var step = 1; step <= 400; step++)
        {
            var due = beginning + TimeSpan.FromSeconds(step / speed);
            var turn = pacer.WaitAsync(TestContext.Current.CancellationToken).AsTask();
            while (_time.GetUtcNow() < due - Soon)
            {
                Assert.False(turn.IsCompleted, $"seed {seed}: step {step} came {due - _time.GetUtcNow()} early");
                var left = due - _time.GetUtcNow();
                _time.AdvanceTo(random.Next(3) == 0 ? _time.GetUtcNow() + (left * random.NextDouble()) + TimeSpan.FromTicks(1) : due);
            }

            _time.AdvanceTo(due);
            await turn.WaitAsync(LongEnough, TestContext.Current.CancellationToken);

            // A consumer that now and then takes a little longer delays no later step.
            _time.Advance(TimeSpan.FromSeconds(random.Next(4) == 0 ? random.NextDouble() * 0.9 / speed : 0));
        }
    }

    [Fact]
    public async Task Makes_up_for_a_short_delay_and_not_for_a_long_one()
    {
        var pacer = new Pacer(_time, ReplaySpeed.Of(10));
        await pacer.WaitAsync(TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(10, await TurnsAtOnce(pacer));

        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await TurnsAtOnce(pacer));
    }

    [Fact]
    public async Task Takes_a_new_speed_at_once_even_while_a_step_waits()
    {
        var pacer = new Pacer(_time, ReplaySpeed.Of(0.01));
        await pacer.WaitAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(10));
        var turn = pacer.WaitAsync(TestContext.Current.CancellationToken).AsTask();
        Assert.False(turn.IsCompleted);

        pacer.Speed = ReplaySpeed.Of(0.1);

        await turn.WaitAsync(LongEnough, TestContext.Current.CancellationToken);
        Assert.Equal(0, await TurnsAtOnce(pacer));
        pacer.Speed = ReplaySpeed.Max;
        Assert.Equal(1_000, await TurnsAtOnce(pacer, most: 1_000));
        pacer.Speed = ReplaySpeed.Default;
        Assert.Equal(0, await TurnsAtOnce(pacer));
    }

    [Fact]
    public async Task Stops_waiting_when_told_to()
    {
        var pacer = new Pacer(_time, ReplaySpeed.Of(0.01));
        await pacer.WaitAsync(TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var turn = pacer.WaitAsync(stop.Token).AsTask();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn.WaitAsync(LongEnough, TestContext.Current.CancellationToken));
        Assert.Equal(0, _time.WaitingTimers);
    }

    [Theory]
    [InlineData("1", 1d)]
    [InlineData("0.01", 0.01)]
    [InlineData("100000", 100_000d)]
    [InlineData("max", null)]
    public void Reads_a_speed(string text, double? stepsPerSecond)
    {
        Assert.Equal(stepsPerSecond, ReplaySpeed.Parse(text).StepsPerSecond);
        Assert.Equal(ReplaySpeed.Parse(text), ReplaySpeed.Parse(ReplaySpeed.Parse(text).ToString()));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.001")]
    [InlineData("100001")]
    [InlineData("NaN")]
    [InlineData("1e3")]
    [InlineData("fast")]
    [InlineData("")]
    public void Refuses_what_is_no_speed(string text) =>
        Assert.Contains("0.01 to 100000 steps a second, or max", Assert.Throws<FormatException>(() => ReplaySpeed.Parse(text)).Message, StringComparison.Ordinal);

    private static async Task<int> TurnsAtOnce(Pacer pacer, int most = 100)
    {
        using var stop = new CancellationTokenSource();
        var turns = 0;
        while (turns < most)
        {
            var turn = pacer.WaitAsync(stop.Token).AsTask();
            if (!turn.IsCompleted)
            {
                await stop.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
                break;
            }

            turns++;
        }

        return turns;
    }
}
