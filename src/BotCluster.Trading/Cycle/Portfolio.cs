using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Trading.Cycle;

/// <summary>The second block of the cycle: what the bot is worth at the market's prices.</summary>
internal sealed class Portfolio(BotContext bot, MarketData market, Books books)
{
    private readonly Account _account = bot.State.Account;

    /// <summary>Cash and the value of all positions; null while the price of one is missing.</summary>
    public decimal? Equity { get; private set; }

    public void Value()
    {
        if (_account.IsFlat)
        {
            Equity = _account.Cash;
            return;
        }

        var equity = _account.Cash;
        for (var index = 0; index < _account.Positions.Count; index++)
        {
            var position = _account.Positions[index];
            if (market.Of(position.Symbol)?.Price is not { } price)
            {
                Equity = null;
                return;
            }

            equity += Account.ValueOf(position, (decimal)price);
        }

        Equity = equity;
    }

    /// <summary>Remembers the most favourable close of each position, for trailing stops.</summary>
    public void TrailBest()
    {
        for (var index = 0; index < _account.Positions.Count; index++)
        {
            var position = _account.Positions[index];
            if (market.Of(position.Symbol) is not { HasClosed: true } of)
            {
                continue;
            }

            var isBetter = position.Direction == Direction.Long
                ? of.Latest.Close > position.BestClose
                : of.Latest.Close < position.BestClose;
            if (isBetter)
            {
                _account.Replace(position with { BestClose = of.Latest.Close });
            }
        }
    }

    /// <summary>Records equity on change and at every interval of the bot's time.</summary>
    public void Mark(DateTimeOffset now)
    {
        var state = bot.State;
        var isDue = state.LastEquityAt is not { } last || now.UtcTicks / Interval != last.UtcTicks / Interval;
        if (Equity is not { } equity || (!isDue && !books.HasMoved))
        {
            return;
        }

        books.HasMoved = false;
        state.LastEquityAt = now;
        var drawdown = state.Risk.PeakEquity is { } peak && peak > 0m ? Math.Max(0.0, 1.0 - (double)(equity / peak)) : 0.0;
        bot.Journal.Write(new Fact.EquityMarked(new EquityPoint(now, equity, _account.Cash, Unrealised(), drawdown)));
    }

    private long Interval => bot.Options.EquityInterval.Ticks;

    private decimal Unrealised()
    {
        var sum = 0m;
        for (var index = 0; index < _account.Positions.Count; index++)
        {
            var position = _account.Positions[index];
            sum += market.Of(position.Symbol)?.Price is { } price ? position.UnrealisedAt((decimal)price) : 0m;
        }

        return sum;
    }
}
