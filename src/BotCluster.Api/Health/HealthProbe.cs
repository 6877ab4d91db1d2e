using BotCluster.Engine;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Npgsql;

namespace BotCluster.Api.Health;

/// <summary>Looks after database, feed and engine.</summary>
internal sealed class HealthProbe(NpgsqlDataSource source, IMarketFeed feed, IBotEngine engine, TimeProvider clock)
{
    private static readonly TimeSpan DatabasePatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);

    public async Task<HealthReport> LookAsync(CancellationToken cancellationToken)
    {
        var database = await DatabaseAsync(cancellationToken);
        var market = Market();
        var bots = Engine();
        var worst = new[] { database.State, market.State, bots.State }.Max();
        return new HealthReport(worst, clock.GetUtcNow(), database, market, bots);
    }

    public async Task<BotRunnerHealth> LookAtBotsAsync(CancellationToken cancellationToken)
    {
        var state = engine.State;
        var summary = await engine.SummariseAsync(null, cancellationToken);
        return new BotRunnerHealth(
            Engine().State,
            state.Bots,
            summary.BotsByStatus.GetValueOrDefault(BotStatus.Running),
            summary.Troubled,
            summary.CycleLag.TotalSeconds,
            Age(state.LastTurnAt),
            state.Detail);
    }

    private async Task<PartHealth> DatabaseAsync(CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(DatabasePatience);
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(patience.Token);
            var took = clock.GetElapsedTime(began);
            return new PartHealth(PartState.Up, 0, FormattableString.Invariant($"Answers in {took.TotalMilliseconds:0.0} ms."));
        }
        catch (NpgsqlException)
        {
            return new PartHealth(PartState.Down, null, "Cannot be reached.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PartHealth(PartState.Down, null, "Did not answer within 2 seconds.");
        }
    }

    private PartHealth Market()
    {
        var state = feed.State;
        var age = state.LastStepAt is { } at ? clock.GetUtcNow() - at : (TimeSpan?)null;
        var verdict = state.Status switch
        {
            FeedStatus.Failed => PartState.Down,
            // The end of a replay is no fault: there is just nothing more to come.
            FeedStatus.Running when age > Quiet => PartState.Degraded,
            _ => PartState.Up,
        };
        return new PartHealth(verdict, age?.TotalSeconds, state.Detail);
    }

    private PartHealth Engine()
    {
        var state = engine.State;
        return new PartHealth(state.IsRunning ? PartState.Up : PartState.Down, Age(state.LastTurnAt), state.Detail);
    }

    private double? Age(DateTimeOffset? at) => at is { } known ? (clock.GetUtcNow() - known).TotalSeconds : null;
}
