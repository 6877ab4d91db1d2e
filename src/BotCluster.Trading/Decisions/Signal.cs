using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>One proposal of a decision mode. Risk decides what becomes of it.</summary>
public abstract record Signal
{
    private Signal(Symbol symbol, string reason)
    {
        Symbol = symbol;
        Reason = reason;
    }

    public Symbol Symbol { get; }

    /// <summary>Why, in words for the trader.</summary>
    public string Reason { get; }

    /// <summary>Open a position, or add to one.</summary>
    public sealed record Enter(Symbol Of, Direction Direction, double Confidence, string Because) : Signal(Of, Because)
    {
        /// <summary>Where the protective stop belongs; null: the bot's default stop.</summary>
        public double? Stop { get; init; }

        /// <summary>Where to take profit; null: no target.</summary>
        public double? Target { get; init; }

        /// <summary>Share of equity to put up as margin, 0 to 1; null: the bot's sizing decides alone.</summary>
        public decimal? SizeShare { get; init; }

        /// <summary>Null: 1.</summary>
        public decimal? Leverage { get; init; }
    }

    /// <summary>Close the whole position.</summary>
    public sealed record Close(Symbol Of, string Because) : Signal(Of, Because);

    /// <summary>Close a part of the position: 0.5 is half.</summary>
    public sealed record Reduce(Symbol Of, decimal Fraction, string Because) : Signal(Of, Because);
}
