using BotCluster.Engine.Running;
using Microsoft.Extensions.Logging;

namespace BotCluster.Engine.Local;

/// <summary>What the parts of one local engine share.</summary>
internal sealed record EngineParts : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    public required RunnerPorts Ports { get; init; }

    public required LocalEngineOptions Options { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Log { get; init; }

    public required MarketClock Clock { get; init; }

    public required BotRoster Roster { get; init; }

    public required Fleet Fleet { get; init; }

    /// <summary>No new turns from now on.</summary>
    public bool IsStopping => _stopping.IsCancellationRequested;

    public CancellationToken Stopping => _stopping.Token;

    public void Stop() => _stopping.Cancel();

    public void Dispose() => _stopping.Dispose();
}
