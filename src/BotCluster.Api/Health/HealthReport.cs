namespace BotCluster.Api.Health;

/// <summary>Whether a part of the service works.</summary>
internal enum PartState
{
    Up = 1,

    /// <summary>It works, but not as it should: nothing new comes.</summary>
    Degraded = 2,

    Down = 3,
}

/// <summary>One part of the service.</summary>
/// <param name="State">Whether it works.</param>
/// <param name="AgeSeconds">How long ago it last did something; null where it never did.</param>
/// <param name="Detail">In words.</param>
internal sealed record PartHealth(PartState State, double? AgeSeconds, string Detail);

/// <summary>How the service is doing, part by part.</summary>
internal sealed record HealthReport(
    PartState Status, DateTimeOffset At, PartHealth Database, PartHealth Feed, PartHealth Engine);

/// <summary>How the bots are doing that the engine runs.</summary>
internal sealed record BotRunnerHealth(
    PartState Status, int Bots, int Running, int Troubled, double CycleLagSeconds, double? LastTurnAgeSeconds, string Detail);

/// <summary>That the process lives and answers. Says nothing of what it depends on.</summary>
internal sealed record Liveness(string Status);
