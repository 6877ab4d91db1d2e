using BotCluster.Gateways.Replay;
using BotCluster.Ledger.Writing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BotCluster.Standalone.Running;

/// <summary>What the trading floor is built from.</summary>
internal sealed record FloorPlan
{
    public required InstallationPlace Place { get; init; }

    public required NpgsqlDataSource Source { get; init; }

    public required BotStore Store { get; init; }

    /// <summary>The installation's id, part of every order id.</summary>
    public required string Installation { get; init; }

    public required ReplaySpeed Speed { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILoggerFactory Log { get; init; }
}
