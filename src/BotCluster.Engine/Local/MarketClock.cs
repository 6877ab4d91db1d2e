namespace BotCluster.Engine.Local;

/// <summary>The market's time: the latest step the feed has given. It never goes back, also not while a replay repeats itself.</summary>
internal sealed class MarketClock
{
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _ticks;

    /// <summary>Null before the first step.</summary>
    public DateTimeOffset? Now => Volatile.Read(ref _ticks) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Done as soon as there is a time.</summary>
    public Task Known => _known.Task;

    public void Advance(DateTimeOffset to)
    {
        if (to.UtcTicks > Volatile.Read(ref _ticks))
        {
            Volatile.Write(ref _ticks, to.UtcTicks);
        }

        _known.TrySetResult();
    }
}
