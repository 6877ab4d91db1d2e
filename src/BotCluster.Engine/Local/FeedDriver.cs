using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;
using Microsoft.Extensions.Logging;

namespace BotCluster.Engine.Local;

/// <summary>Takes the feed step by step, and every bot concerned through each step before the next one comes.</summary>
/// <remarks>
/// Turns start in the order of the bots' numbers. Those that wait for nothing run to their end at once; the others
/// wait for the store together. Who is in trouble, or slower than a step may take, is left behind and catches up.
/// </remarks>
internal sealed class FeedDriver(EngineParts parts, BotTurns turns, EngineMetrics metrics) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly HashSet<Symbol> _symbols = [];
    private readonly List<(BotSlot Slot, Task Turn)> _waiting = [];
    private readonly SemaphoreSlim _room = new(parts.Options.MostTurnsInFlight);
    private Task _loop = Task.CompletedTask;
    private long _lastTurnTicks;

    /// <summary>By the wall clock; null before the first step.</summary>
    public DateTimeOffset? LastTurnAt =>
        Volatile.Read(ref _lastTurnTicks) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>What keeps it from going on, in words; null: nothing.</summary>
    public string? Obstacle { get; private set; }

    public void Start() => _loop = RunAsync();

    /// <summary>Done when the last step that was begun is left.</summary>
    public Task StopAsync() => _loop;

    public void Dispose() => _room.Dispose();

    private async Task RunAsync()
    {
        // Off the thread that starts the engine, before the first step is computed.
        await Task.Yield();
        while (await NextAsync() is { } step)
        {
            parts.Clock.Advance(step.At);
            var began = parts.Time.GetTimestamp();
            if (parts.Options.Drive == EngineDrive.Feed)
            {
                await DriveAsync(step);
            }

            Volatile.Write(ref _lastTurnTicks, parts.Time.GetUtcNow().UtcTicks);
            metrics.StepTook(parts.Time.GetElapsedTime(began));
            await AcknowledgeAsync(step);
        }

        // Bots live on at the end of a replay: they can be looked at, stopped and closed.
        parts.Clock.Advance(parts.Clock.Now ?? parts.Ports.Feed.State.LastStep ?? parts.Time.GetUtcNow());
    }

    private async ValueTask DriveAsync(MarketStep step)
    {
        _symbols.Clear();
        _symbols.UnionWith(step.Symbols);
        foreach (var slot in parts.Roster.Ordered())
        {
            if (parts.IsStopping)
            {
                break;
            }

            if (slot.Trades(_symbols))
            {
                await BeginAsync(slot, step.At);
            }
        }

        await EndAsync();
    }

    private ValueTask BeginAsync(BotSlot slot, DateTimeOffset at)
    {
        var turn = turns.StepAsync(slot, at);
        return turn.IsCompletedSuccessfully ? ValueTask.CompletedTask : FollowAsync(slot, turn);
    }

    // A store that is away must not be met by ever more turns; who waits longest is left behind at the end.
    private async ValueTask FollowAsync(BotSlot slot, ValueTask turn)
    {
        var hasRoom = await _room.WaitAsync(parts.Options.StepPatience);
        _waiting.Add((slot, LeaveRoomAsync(turn, hasRoom)));
    }

    private async Task LeaveRoomAsync(ValueTask turn, bool hasRoom)
    {
        await turn;
        if (hasRoom)
        {
            _room.Release();
        }
    }

    private async ValueTask EndAsync()
    {
        try
        {
            await Task.WhenAll(_waiting.Select(waiting => waiting.Turn)).WaitAsync(parts.Options.StepPatience, parts.Time);
        }
        catch (TimeoutException)
        {
            var late = _waiting.Where(waiting => !waiting.Turn.IsCompleted).Select(waiting => waiting.Slot).ToArray();
            parts.Log.LogWarning("{Count} bots are slower than {Patience} and left behind.", late.Length, parts.Options.StepPatience);
            Array.ForEach(late, slot =>
            {
                slot.FallBehind();
                parts.Fleet.Watch(slot);
            });
        }

        _waiting.Clear();
    }

    private async ValueTask<MarketStep?> NextAsync() =>
        await PersistAsync(async () => await parts.Ports.Feed.NextAsync(parts.Stopping), "The feed gives no candles");

    // A step that the stop cut short stays unacknowledged: the feed gives it once more, and who has seen it ignores it.
    private async ValueTask AcknowledgeAsync(MarketStep step)
    {
        if (!parts.IsStopping)
        {
            await PersistAsync(
                async () =>
                {
                    await parts.Ports.Feed.AcknowledgeAsync(step, parts.Stopping);
                    return step;
                },
                "The feed's place cannot be kept");
        }
    }

    // Feed or store may be away for a while. Nothing goes on without them, and nothing ends because of them.
    private async ValueTask<MarketStep?> PersistAsync(Func<Task<MarketStep?>> work, string obstacle)
    {
        for (var pause = FirstPause; !parts.IsStopping; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var step = await work();
                Obstacle = null;
                return step;
            }
            catch (OperationCanceledException) when (parts.IsStopping)
            {
                return null;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                Obstacle = $"{obstacle}: {Troubles.TextOf(failure)}";
                parts.Log.LogWarning(failure, "{Obstacle}", Obstacle);
            }

            await Task.Delay(pause, parts.Time, parts.Stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        return null;
    }
}
