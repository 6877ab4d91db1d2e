using System.Threading.Channels;

namespace BotCluster.Engine.Local;

/// <summary>A bounded number of turns out of step at once: retries, and cadences of the wall clock.</summary>
internal sealed class TurnWorkers(BotTurns turns, int count)
{
    private readonly Channel<Errand> _queue = Channel.CreateUnbounded<Errand>();
    private Task _loops = Task.CompletedTask;

    public void Start() => _loops = Task.WhenAll(Enumerable.Range(0, count).Select(_ => WorkAsync()));

    /// <summary>Queues a turn; after the end it is forgotten.</summary>
    public void Post(Errand errand) => _queue.Writer.TryWrite(errand);

    /// <summary>Takes no more turns; what waits is dropped, what runs ends by itself.</summary>
    public Task StopAsync()
    {
        _queue.Writer.TryComplete();
        while (_queue.Reader.TryRead(out _))
        {
        }

        return _loops;
    }

    private async Task WorkAsync()
    {
        await foreach (var errand in _queue.Reader.ReadAllAsync())
        {
            await (errand.IsRetry ? turns.RetryAsync(errand.Slot) : turns.CatchUpAsync(errand.Slot));
        }
    }
}

/// <summary>A turn that waits for a worker.</summary>
internal readonly record struct Errand(BotSlot Slot, bool IsRetry);
