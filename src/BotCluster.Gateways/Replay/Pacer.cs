namespace BotCluster.Gateways.Replay;

/// <summary>Lets one step after the other through, so many a second, counted from one fixed beginning so that nothing drifts.</summary>
internal sealed class Pacer(TimeProvider time, ReplaySpeed speed)
{
    // Timers are no finer than this; waiting for less would only burn the processor.
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    // A short delay is made up for; after a long one (a laptop that slept) the rhythm begins anew instead of a burst.
    private static readonly TimeSpan MostToMakeUp = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private ReplaySpeed _speed = speed;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? _beginning;
    private long _steps;

    /// <summary>May be changed at any time; a step that waits is measured again by the new speed.</summary>
    public ReplaySpeed Speed
    {
        get
        {
            lock (_gate)
            {
                return _speed;
            }
        }

        set
        {
            lock (_gate)
            {
                if (value == _speed)
                {
                    return;
                }

                _beginning += (long)(Due(_steps).TotalSeconds * time.TimestampFrequency);
                _steps = 0;
                _speed = value;
                _changed.SetResult();
                _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    /// <summary>Returns when the next step is due; the first one is due at once.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Task changed;
            TimeSpan wait;
            lock (_gate)
            {
                wait = TakeTurn();
                changed = _changed.Task;
            }

            if (wait == TimeSpan.Zero)
            {
                return;
            }

            using var sleep = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(Task.Delay(wait, time, sleep.Token), changed);
            await sleep.CancelAsync();
        }
    }

    // Zero: the turn is taken. Otherwise: how long until it can be.
    private TimeSpan TakeTurn()
    {
        var now = time.GetTimestamp();
        if (_beginning is not { } beginning || _speed.StepsPerSecond is null)
        {
            _beginning = now;
            _steps = 0;
            return TimeSpan.Zero;
        }

        var wait = Due(_steps + 1) - time.GetElapsedTime(beginning, now);
        if (wait > Soon)
        {
            return wait;
        }

        _steps++;
        if (-wait > MostToMakeUp)
        {
            _beginning = now;
            _steps = 0;
        }

        return TimeSpan.Zero;
    }

    private TimeSpan Due(long steps) => TimeSpan.FromSeconds(steps / (_speed.StepsPerSecond ?? double.PositiveInfinity));
}
