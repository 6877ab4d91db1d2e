using System.Diagnostics.CodeAnalysis;

namespace BotCluster.Api.Bots;

/// <summary>A bot with all that is known of it now.</summary>
internal sealed record Bot : BotSummary
{
    public Bot()
    {
    }

    [SetsRequiredMembers]
    public Bot(BotSummary summary, BotDetail detail)
        : base(summary)
    {
        Settings = detail.Settings;
        Version = detail.Version;
        Positions = detail.Positions;
        Orders = detail.Orders;
        Totals = detail.Totals;
        PeakEquity = detail.PeakEquity;
        Holds = detail.Holds;
    }

    /// <summary>Its settings, to be changed and sent back whole.</summary>
    public required SettingsDocument Settings { get; init; }

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

/// <summary>What a bot shows beyond its line in a list.</summary>
internal sealed record BotDetail(
    SettingsDocument Settings,
    long Version,
    IReadOnlyList<Position> Positions,
    IReadOnlyList<Order> Orders,
    Totals Totals,
    decimal? PeakEquity,
    long Holds);
