namespace BotCluster.Trading.Bots;

/// <summary>Exits that every mode shares and that are off unless set.</summary>
public sealed record ExitOptions
{
    /// <summary>Closes a position that fell back by this share from its best close: 0.02 is 2 %. Null: no trailing stop.</summary>
    public decimal? TrailingStop { get; init; }

    /// <summary>Closes a position after this long, whatever it earns. Null: no time stop.</summary>
    public TimeSpan? TimeStop { get; init; }

    /// <summary>Closes a long below the lowest low (a short above the highest high) of this many earlier candles. Null: off.</summary>
    public int? StructureBreakCandles { get; init; }
}
