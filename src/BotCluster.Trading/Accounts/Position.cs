using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Accounts;

/// <summary>What a bot holds of one symbol, and the terms on which it will let go of it.</summary>
public sealed record Position
{
    public required Symbol Symbol { get; init; }

    public required Direction Direction { get; init; }

    public required Quantity Quantity { get; init; }

    /// <summary>What the open quantity cost at its entry prices, in the quote asset, fees apart. Never negative.</summary>
    public required decimal Cost { get; init; }

    public required decimal Leverage { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The number of the trade (round trip) that this position is, counted by the bot.</summary>
    public required long TradeNumber { get; init; }

    /// <summary>How many entries built it: more than one only with pyramiding.</summary>
    public int Entries { get; init; } = 1;

    /// <summary>Where the protective stop belongs; null only until it is set, within ten seconds of the entry.</summary>
    public Price? Stop { get; init; }

    public Price? Target { get; init; }

    /// <summary>The most favourable close since entry: what a trailing stop trails.</summary>
    public double BestClose { get; init; }

    /// <summary>All that was ever bought into it, in the base asset: the size of the round trip.</summary>
    public Quantity Entered { get; init; }

    /// <summary>What all entries together cost, in the quote asset.</summary>
    public decimal EnteredCost { get; init; }

    /// <summary>What all reductions so far brought in, in the quote asset.</summary>
    public decimal ExitedProceeds { get; init; }

    /// <summary>Fees of all its entries and reductions so far, in the quote asset.</summary>
    public decimal Fees { get; init; }

    /// <summary>Funding paid (received where negative) so far, in the quote asset.</summary>
    public decimal Funding { get; init; }

    /// <summary>Profit of the parts already closed, before fees and funding.</summary>
    public decimal Realised { get; init; }

    /// <summary>What the bot puts up for it: its cost over its leverage.</summary>
    public decimal Margin => Cost / Leverage;

    public decimal AveragePrice => Cost / Quantity.Value;

    /// <summary>Profit of the open quantity at a price, before fees.</summary>
    public decimal UnrealisedAt(decimal price) => Direction.Sign() * ((price * Quantity.Value) - Cost);
}
