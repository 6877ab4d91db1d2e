using BotCluster.Trading.Markets;
using BotCluster.Trading.Paper;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Cycle;

/// <summary>Takes what the venue traded into the books, and sees to protection before anything else happens.</summary>
internal sealed class Fills(BotContext bot, MarketData market, OrderList orders, OrderDesk desk, Books books)
{
    private readonly List<VenueTrade> _trades = [];
    private readonly List<OrderReport> _ended = [];

    public required Protection Protection { get; init; }

    public async ValueTask TakeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (orders.IsEmpty && bot.State.Account.IsFlat)
        {
            return;
        }

        if (bot.Venue is not ISimulatedVenue simulated)
        {
            PayFunding(now);
            await desk.SettleAllAsync(now, cancellationToken);
            await Protection.EnsureAsync(now, cancellationToken);
            return;
        }

        // A position opened at the candle's open has its stop in place before the rest of that candle is looked at.
        if (bot.State.OpenedStep != now)
        {
            foreach (var of in market.Markets)
            {
                if (of.HasClosed)
                {
                    simulated.Open(of.Symbol, of.Latest, _trades, _ended);
                    Book(now);
                }
            }

            bot.State.OpenedStep = now;
            await Protection.EnsureAsync(now, cancellationToken);
        }

        // Whoever holds now pays for all times up to the close; what trades at the close itself comes after.
        PayFunding(now);
        foreach (var of in market.Markets)
        {
            if (of.HasClosed)
            {
                simulated.Rest(of.Symbol, of.Latest, _trades, _ended);
                Book(now);
            }
        }

        await Protection.EnsureAsync(now, cancellationToken);
    }

    /// <summary>Asks the venue what became of every order that is in flight or working.</summary>
    public async ValueTask SettleAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await desk.SettleAllAsync(now, cancellationToken);
        await Protection.EnsureAsync(now, cancellationToken);
    }

    private void Book(DateTimeOffset now)
    {
        if (_trades.Count == 0 && _ended.Count == 0)
        {
            return;
        }

        for (var index = 0; index < _trades.Count; index++)
        {
            books.Book(_trades[index]);
        }

        for (var index = 0; index < _ended.Count; index++)
        {
            desk.Conclude(_ended[index], now);
        }

        // Trades are rare and bots are many: no bot keeps room for its last ones.
        _trades.Clear();
        _ended.Clear();
        _trades.Capacity = 0;
        _ended.Capacity = 0;
    }

    private void PayFunding(DateTimeOffset now)
    {
        var state = bot.State;
        for (var index = 0; index < state.Account.Positions.Count; index++)
        {
            var position = state.Account.Positions[index];
            if (position.Symbol.Kind != MarketKind.Perpetual
                || market.Of(position.Symbol) is not { Instrument: { } instrument, Price: { } price }
                || instrument.NearestPrice(price) is not { } mark)
            {
                continue;
            }

            foreach (var payment in Funding.Due(position, instrument, state.FundedUntil ?? position.OpenedAt, now, mark))
            {
                books.PayFunding(position, payment.Amount, payment.At);
            }
        }

        state.FundedUntil = now;
    }
}
