using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Accounts;

/// <summary>A bot's money: its cash, its positions, and what they earned and cost. Moved only by venue trades, funding and transfers.</summary>
/// <remarks>
/// On spot, cash really changes hands: a purchase takes its price. On a perpetual only fees, funding and realised
/// profit move cash, and the margin is a claim on it. All amounts are in the one quote asset.
/// </remarks>
public sealed class Account
{
    // A part's share of the cost may be a fraction without end. All 28 digits of it would push the last digits of larger
    // sums out, and the books would no longer agree to the last decimal.
    private const int CostDecimals = 12;

    private readonly List<Position> _positions;

    /// <summary>An account as it was stored.</summary>
    public Account(Asset quote, decimal budget, decimal cash, AccountTotals totals, IReadOnlyList<Position> positions)
    {
        Quote = quote;
        Budget = budget;
        Cash = cash;
        Totals = totals;
        _positions = [.. positions];
    }

    public static Account Opened(Asset quote, decimal budget) => new(quote, budget, budget, default, []);

    public Asset Quote { get; }

    /// <summary>All that was ever transferred in, less what was transferred out.</summary>
    public decimal Budget { get; private set; }

    public decimal Cash { get; private set; }

    public AccountTotals Totals { get; private set; }

    public IReadOnlyList<Position> Positions => _positions;

    public bool IsFlat => _positions.Count == 0;

    /// <summary>What all open positions were entered at, over their leverage.</summary>
    public decimal MarginInUse
    {
        get
        {
            var margin = 0m;
            foreach (var position in _positions)
            {
                margin += position.Margin;
            }

            return margin;
        }
    }

    public Position? PositionOf(Symbol symbol)
    {
        foreach (var position in _positions)
        {
            if (position.Symbol == symbol)
            {
                return position;
            }
        }

        return null;
    }

    /// <summary>What a position is worth at a price: on spot its sale, on a perpetual its profit so far.</summary>
    public static decimal ValueOf(Position position, decimal price) => position.Symbol.Kind == MarketKind.Spot
        ? position.Quantity.Value * price
        : position.UnrealisedAt(price);

    /// <summary>Money put in (or taken out, where negative): never a profit and never a loss.</summary>
    public void Transfer(decimal amount)
    {
        Budget += amount;
        Cash += amount;
    }

    /// <summary>Changes the terms of a position without trading: its stop, its target, its best close.</summary>
    public void Replace(Position position)
    {
        var index = IndexOf(position.Symbol);
        if (_positions[index].Quantity != position.Quantity || _positions[index].Cost != position.Cost)
        {
            throw new InvalidOperationException($"Only a venue trade changes how much of {position.Symbol} is held.");
        }

        _positions[index] = position;
    }

    /// <summary>Takes (or, where negative, gives) a funding payment on an open perpetual position.</summary>
    public void PayFunding(Symbol symbol, decimal amount)
    {
        var index = IndexOf(symbol);
        _positions[index] = _positions[index] with { Funding = _positions[index].Funding + amount };
        Cash -= amount;
        Totals = Totals with { Funding = Totals.Funding + amount };
    }

    /// <summary>Books a trade of an entry: opens the position or adds to it.</summary>
    /// <param name="trade">What the venue reports.</param>
    /// <param name="intent">The order it belongs to: direction, leverage, stop and target of the position.</param>
    /// <param name="tradeNumber">The number the position gets where this opens it.</param>
    public Position BookEntry(VenueTrade trade, OrderIntent intent, long tradeNumber)
    {
        var fee = FeeOf(trade);
        var notional = trade.Price * trade.Quantity;
        var held = PositionOf(trade.Symbol);
        if (held is not null && held.Direction != intent.Direction)
        {
            throw new InvalidOperationException(
                $"An entry {intent.Direction} cannot add to a position {held.Direction} in {trade.Symbol}.");
        }

        var position = held is null
            ? Opening(trade, intent, tradeNumber, notional, fee)
            : held with
            {
                Quantity = held.Quantity + trade.Quantity,
                Cost = held.Cost + notional,
                Entered = held.Entered + trade.Quantity,
                EnteredCost = held.EnteredCost + notional,
                Fees = held.Fees + fee,
            };

        Put(position);
        Cash -= fee + (trade.Symbol.Kind == MarketKind.Spot ? notional : 0m);
        Totals = Totals with { Fees = Totals.Fees + fee };
        return position;
    }

    /// <summary>Books a trade of an exit, stop or target: reduces the position or ends it.</summary>
    /// <returns>The round trip, where this trade ended it.</returns>
    public ClosedTrade? BookReduction(VenueTrade trade, string reason)
    {
        var fee = FeeOf(trade);
        var notional = trade.Price * trade.Quantity;
        var held = _positions[IndexOf(trade.Symbol)];
        if (trade.Quantity > held.Quantity || trade.Side != held.Direction.Closes())
        {
            throw new InvalidOperationException(
                $"A {trade.Side} of {trade.Quantity} cannot reduce {held.Quantity} {held.Direction} {trade.Symbol}.");
        }

        var isWhole = trade.Quantity == held.Quantity;
        var cost = isWhole ? held.Cost : Math.Round(held.Cost * trade.Quantity.Value / held.Quantity.Value, CostDecimals);
        var realised = held.Direction.Sign() * (notional - cost);

        Cash += (trade.Symbol.Kind == MarketKind.Spot ? notional : realised) - fee;
        Totals = Totals with { Realised = Totals.Realised + realised, Fees = Totals.Fees + fee };

        var rest = held with
        {
            Quantity = held.Quantity - trade.Quantity,
            Cost = held.Cost - cost,
            ExitedProceeds = held.ExitedProceeds + notional,
            Fees = held.Fees + fee,
            Realised = held.Realised + realised,
        };

        if (!isWhole)
        {
            Put(rest);
            return null;
        }

        _positions.RemoveAt(IndexOf(trade.Symbol));
        return Closing(rest, trade.At, reason);
    }

    private static Position Opening(VenueTrade trade, OrderIntent intent, long number, decimal notional, decimal fee) => new()
    {
        Symbol = trade.Symbol,
        Direction = intent.Direction,
        Quantity = trade.Quantity,
        Cost = notional,
        Leverage = intent.Leverage,
        OpenedAt = trade.At,
        TradeNumber = number,
        Stop = intent.ProtectiveStop,
        Target = intent.Target,
        BestClose = (double)trade.Price.Value,
        Entered = trade.Quantity,
        EnteredCost = notional,
        Fees = fee,
    };

    private static ClosedTrade Closing(Position ended, DateTimeOffset at, string reason) => new()
    {
        Number = ended.TradeNumber,
        Symbol = ended.Symbol,
        Direction = ended.Direction,
        Quantity = ended.Entered,
        EntryPrice = ended.EnteredCost / ended.Entered.Value,
        ExitPrice = ended.ExitedProceeds / ended.Entered.Value,
        OpenedAt = ended.OpenedAt,
        ClosedAt = at,
        GrossProfit = ended.Realised,
        Fees = ended.Fees,
        Funding = ended.Funding,
        Margin = ended.EnteredCost / ended.Leverage,
        ExitReason = reason,
    };

    private decimal FeeOf(VenueTrade trade) => trade.Fee.Asset == Quote
        ? trade.Fee.Amount
        : throw new InvalidOperationException($"A fee in {trade.Fee.Asset} cannot be booked in an account of {Quote}.");

    private void Put(Position position)
    {
        var index = _positions.FindIndex(held => held.Symbol == position.Symbol);
        if (index >= 0)
        {
            _positions[index] = position;
        }
        else
        {
            _positions.Add(position);
        }
    }

    private int IndexOf(Symbol symbol)
    {
        var index = _positions.FindIndex(held => held.Symbol == symbol);
        return index >= 0 ? index : throw new InvalidOperationException($"There is no position in {symbol}.");
    }
}

/// <summary>What an account earned and paid since it was opened, in its quote asset.</summary>
/// <param name="Realised">Profit of all that was closed, before fees and funding.</param>
/// <param name="Fees">All fees paid.</param>
/// <param name="Funding">All funding paid, less what was received.</param>
public readonly record struct AccountTotals(decimal Realised, decimal Fees, decimal Funding);
