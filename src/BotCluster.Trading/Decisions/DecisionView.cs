using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Decisions;

/// <summary>What a mode sees at one instant: which candles have closed by then, and what the bot holds.</summary>
/// <remarks>Owned by the bot's cycle and used again for every turn, so that holding allocates nothing. Not to be kept.</remarks>
public sealed class DecisionView(IReadOnlyList<Symbol> symbols)
{
    private readonly SymbolView[] _symbols = [.. symbols.Select(symbol => new SymbolView(symbol))];

    /// <summary>The instant the deciding candles closed: the bot's time.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>One entry a symbol of the bot, in the order of its settings.</summary>
    public IReadOnlyList<SymbolView> Symbols => _symbols;
}

/// <summary>One symbol as a mode sees it.</summary>
public sealed class SymbolView(Symbol symbol)
{
    public Symbol Symbol { get; } = symbol;

    /// <summary>The sequence of the symbol's latest candle of the bot's timeframe closed by now; null where there is none, or none new.</summary>
    public long? Sequence { get; set; }

    /// <summary>The latest known price, a close at or before now.</summary>
    public double Price { get; set; }

    /// <summary>What the bot holds of it.</summary>
    public Position? Position { get; set; }

    /// <summary>Whether an entry order of the bot is still open or in flight.</summary>
    public bool HasPendingEntry { get; set; }

    /// <summary>Whether the venue lets it be sold short.</summary>
    public bool CanShort { get; set; }
}
