using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Paper;

/// <summary>What the paper venue is told by the bot (or the backtest) whose orders it fills.</summary>
public interface IPaperDesk
{
    /// <summary>The bot's time.</summary>
    DateTimeOffset Now { get; }

    /// <returns>The latest price known at <see cref="Now"/>; null where there is none yet.</returns>
    double? PriceOf(Symbol symbol);

    /// <returns>What is held of a symbol, all trades handed out so far booked; null where that is nothing.</returns>
    Position? PositionOf(Symbol symbol);
}
