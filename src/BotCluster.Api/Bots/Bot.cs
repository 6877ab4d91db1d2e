using System.Text.Json;

namespace BotCluster.Api.Bots;

/// <summary>A bot with all that is known of it now.</summary>
internal sealed record Bot : BotSummary
{
    /// <summary>Its settings, to be changed and sent back whole.</summary>
    public required JsonElement Settings { get; init; }

    /// <summary>The version of the state this shows.</summary>
    public required long Version { get; init; }

    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>Orders that are in flight or working.</summary>
    public required IReadOnlyList<Order> Orders { get; init; }

    public required Totals Totals { get; init; }

    public required decimal? PeakEquity { get; init; }

    /// <summary>Decisions to hold.</summary>
    public required long Holds { get; init; }
}
