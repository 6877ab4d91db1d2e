using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Cycle;

/// <summary>The first block of the cycle: the market as it stood at the bot's time, and nothing later.</summary>
internal sealed class MarketData
{
    private readonly SymbolMarket[] _markets;

    public MarketData(BotContext bot) => _markets =
    [
        .. bot.Settings.Symbols.Select(symbol => new SymbolMarket(
            symbol,
            bot.Instruments.GetValueOrDefault(symbol),
            bot.Board.Series(symbol, FinestOf(bot, symbol)),
            bot.Board.Series(symbol, bot.Settings.Timeframe))),
    ];

    public DateTimeOffset Now { get; private set; }

    // Of what is not listed any more no candle will come, in whatever timeframe.
    private static Timeframe FinestOf(BotContext bot, Symbol symbol) =>
        bot.Instruments.ContainsKey(symbol) ? bot.FinestOf(symbol) : bot.Settings.Timeframe;

    /// <summary>Whether any candle closed exactly now.</summary>
    public bool HasClosed { get; private set; }

    /// <summary>Whether any candle of the bot's own timeframe closed exactly now.</summary>
    public bool Decides { get; private set; }

    public ReadOnlySpan<SymbolMarket> Markets => _markets;

    public void Observe(DateTimeOffset now)
    {
        Now = now;
        HasClosed = false;
        Decides = false;
        foreach (var market in _markets)
        {
            market.Observe(now);
            HasClosed |= market.HasClosed;
            Decides |= market.Decides is not null;
        }
    }

    public SymbolMarket? Of(Symbol symbol)
    {
        foreach (var market in _markets)
        {
            if (market.Symbol == symbol)
            {
                return market;
            }
        }

        return null;
    }
}
