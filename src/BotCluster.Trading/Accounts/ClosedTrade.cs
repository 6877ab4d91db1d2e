using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Accounts;

/// <summary>One round trip: a position from its first entry to flat.</summary>
public sealed record ClosedTrade
{
    public required long Number { get; init; }

    public required Symbol Symbol { get; init; }

    public required Direction Direction { get; init; }

    /// <summary>All that was entered, in the base asset.</summary>
    public required Quantity Quantity { get; init; }

    public required decimal EntryPrice { get; init; }

    public required decimal ExitPrice { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>Before fees and funding, in the quote asset.</summary>
    public required decimal GrossProfit { get; init; }

    public required decimal Fees { get; init; }

    public required decimal Funding { get; init; }

    /// <summary>The margin that was put up, to measure the profit against.</summary>
    public required decimal Margin { get; init; }

    /// <summary>What ended it: stop, target, the mode's own reason.</summary>
    public required string ExitReason { get; init; }

    public decimal NetProfit => GrossProfit - Fees - Funding;
}
