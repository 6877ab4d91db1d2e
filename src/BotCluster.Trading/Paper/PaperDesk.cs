using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Paper;

/// <summary>What one bot tells its paper venue: its time, the prices it has seen by then, and what it holds.</summary>
public sealed class PaperDesk(BotState state, IndicatorBoard board, Func<Symbol, Timeframe> finestOf) : IPaperDesk
{
    public DateTimeOffset Now { get; set; }

    public double? PriceOf(Symbol symbol)
    {
        var series = board.Series(symbol, finestOf(symbol));
        return series.TryFind(Now, out var sequence) ? series[sequence].Close : null;
    }

    public Position? PositionOf(Symbol symbol) => state.Account.PositionOf(symbol);
}
