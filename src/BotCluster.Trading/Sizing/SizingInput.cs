using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Sizing;

/// <summary>What is known when an entry is given its size.</summary>
public sealed record SizingInput
{
    public required DateTimeOffset Now { get; init; }

    public required decimal Equity { get; init; }

    public required Instrument Instrument { get; init; }

    /// <summary>What one unit is expected to cost.</summary>
    public required Price Price { get; init; }

    public decimal Leverage { get; init; } = 1m;

    /// <summary>How sure the decision mode is, 0 to 1.</summary>
    public double Confidence { get; init; } = 1.0;

    /// <summary>Share of the equity that the mode proposes; null: it leaves it to the bot.</summary>
    public decimal? ProposedShare { get; init; }

    /// <summary>How far the stop is from the entry, as a share of the price; null: not known.</summary>
    public decimal? StopDistance { get; init; }

    /// <summary>The average true range as a share of the price; null: not known.</summary>
    public double? AtrShare { get; init; }

    /// <summary>The bot's latest round trips.</summary>
    public IReadOnlyList<TradeOutcome> Outcomes { get; init; } = [];
}
