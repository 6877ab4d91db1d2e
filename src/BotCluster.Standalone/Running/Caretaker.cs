using BotCluster.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BotCluster.Standalone.Running;

/// <summary>Looks after what grows in the ledger, at the start and once a day: months ahead, spent sessions and keys, retention.</summary>
internal sealed class Caretaker(Housekeeping housekeeping, TimeProvider time, ILogger<Caretaker> log) : BackgroundService
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await SweepAsync(stoppingToken) ? Daily : AfterFailure;
            await Task.Delay(pause, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private async Task<bool> SweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            await housekeeping.SweepAsync(new RetentionOptions(), time.GetUtcNow(), stoppingToken);
            return true;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return true;
        }
        catch (NpgsqlException failure)
        {
            log.LogWarning(failure, "The ledger could not be tidied; it is tried again in {Pause}.", AfterFailure);
            return false;
        }
    }
}
