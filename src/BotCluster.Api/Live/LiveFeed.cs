using BotCluster.Engine;
using BotCluster.Trading.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BotCluster.Api.Live;

/// <summary>Listens to the engine without ever holding it up, and once a second pushes what changed to whoever looks on.</summary>
internal sealed class LiveFeed(
    IBotEngine engine, LiveViewers viewers, LivePushes pushes, TimeProvider clock, ILogger<LiveFeed> log) : BackgroundService, IBotObserver
{
    private const int ChecksEvery = 5;
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(1);

    private readonly LiveQueue _queue = new();
    private volatile bool _isAsked;

    public void OnCommitted(BotEvent committed)
    {
        if (viewers.IsAnybodyThere)
        {
            _queue.Put(committed, viewers.IsWatched(committed.Definition.Id));
        }
    }

    /// <summary>Somebody new looks on: the next push comes even where nothing changed.</summary>
    public void Refresh() => _isAsked = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = engine.Subscribe(this);
        using var timer = new PeriodicTimer(Rhythm, clock);
        for (var beat = 1L; await timer.WaitForNextTickAsync(stoppingToken); beat++)
        {
            try
            {
                await BeatAsync(beat, stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or StoreUnavailableException or TimeoutException)
            {
                // What was not pushed is read by the API; the next beat tries again.
                log.LogWarning(failure, "A live push did not get through.");
            }
        }
    }

    private async Task BeatAsync(long beat, CancellationToken cancellationToken)
    {
        if (!viewers.IsAnybodyThere)
        {
            _queue.Clear();
            return;
        }

        if (beat % ChecksEvery == 0)
        {
            await pushes.CheckSessionsAsync(cancellationToken);
        }

        if (!_queue.IsEmpty || _isAsked || beat % ChecksEvery == 0)
        {
            _isAsked = false;
            await pushes.PushAsync(_queue, cancellationToken);
        }
    }
}
