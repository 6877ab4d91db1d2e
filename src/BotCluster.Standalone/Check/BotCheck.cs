using System.Globalization;
using BotCluster.Engine.Json;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Orders;

namespace BotCluster.Standalone.Check;

/// <summary>Compares one bot's beliefs with its history in the ledger.</summary>
internal sealed class BotCheck(BotRow bot, BotHistory history, string? installation)
{
    private readonly Differences _differences = new();

    public BotVerdict Verdict()
    {
        CheckOrders();
        if (bot.Payload is not { } payload)
        {
            _differences.Holds(history.Orders.Count == 0, "state", $"{history.Orders.Count} orders", "none");
            return Summed(cash: 0m, atCost: 0m, fees: 0m);
        }

        var state = BotStateJson.Read(payload);
        var replay = BookReplay.Of(state.Account.Quote, history);
        _differences.Holds(replay.Flaw is null, "history", replay.Flaw ?? "", "a state");
        if (replay.Flaw is null)
        {
            CompareMoney(replay, state.Account);
            ComparePositions(replay, state.Account);
            CompareTrades(replay);
            CompareFunding(replay, state.Account);
        }

        CompareOrders(state);
        CheckNumbers(state);
        return Summed(replay.Cash, replay.Account.Positions.Sum(position => position.Cost), replay.Account.Totals.Fees);
    }

    private void CompareMoney(BookReplay replay, Account account)
    {
        _differences.Same("cash", replay.Cash, account.Cash);
        _differences.Same("budget", replay.Account.Budget, account.Budget);
        _differences.Same("fees", replay.Account.Totals.Fees, account.Totals.Fees);
        _differences.Same("realised profit", replay.Account.Totals.Realised, account.Totals.Realised);
        _differences.Same("funding", -replay.Funding.Values.Sum(), account.Totals.Funding);
    }

    private void ComparePositions(BookReplay replay, Account account)
    {
        _differences.Same("positions", Names(replay.Account), Names(account));
        foreach (var position in replay.Account.Positions)
        {
            if (account.PositionOf(position.Symbol) is { } held)
            {
                Compare(position, held);
            }
        }
    }

    private void Compare(Position ledger, Position held)
    {
        var symbol = ledger.Symbol;
        _differences.Same($"{symbol} direction", ledger.Direction.ToString(), held.Direction.ToString());
        _differences.Same($"{symbol} quantity", ledger.Quantity.Value, held.Quantity.Value);
        _differences.Same($"{symbol} cost", ledger.Cost, held.Cost);
        _differences.Same($"{symbol} leverage", ledger.Leverage, held.Leverage);
        _differences.Same($"{symbol} trade number", ledger.TradeNumber, held.TradeNumber);
        _differences.Same($"{symbol} entered", ledger.Entered.Value, held.Entered.Value);
        _differences.Same($"{symbol} entered at cost", ledger.EnteredCost, held.EnteredCost);
        _differences.Same($"{symbol} proceeds", ledger.ExitedProceeds, held.ExitedProceeds);
        _differences.Same($"{symbol} fees", ledger.Fees, held.Fees);
        _differences.Same($"{symbol} realised", ledger.Realised, held.Realised);
    }

    private void CompareTrades(BookReplay replay)
    {
        _differences.Same("round trips", replay.Closed.Count, history.Trades.Count);
        foreach (var (closed, row) in replay.Closed.OrderBy(trade => trade.Number).Zip(history.Trades))
        {
            var what = string.Create(CultureInfo.InvariantCulture, $"trade {row.Number}");
            _differences.Same($"{what} number", closed.Number, row.Number);
            _differences.Same($"{what} symbol", closed.Symbol.ToString(), row.Symbol);
            _differences.Same($"{what} quantity", closed.Quantity.Value, row.Quantity);
            _differences.Same($"{what} entry price", closed.EntryPrice, row.Entry_Price);
            _differences.Same($"{what} exit price", closed.ExitPrice, row.Exit_Price);
            _differences.Same($"{what} profit", closed.GrossProfit, row.Gross_Profit);
            _differences.Same($"{what} fees", closed.Fees, row.Fees);
        }
    }

    // Funding falls due at its own times, so it is compared by symbol: all trades and the open position together.
    private void CompareFunding(BookReplay replay, Account account)
    {
        foreach (var (symbol, received) in replay.Funding)
        {
            var inTrades = history.Trades.Where(trade => trade.Symbol == symbol).Sum(trade => trade.Funding);
            var open = account.Positions.FirstOrDefault(position => position.Symbol.ToString() == symbol)?.Funding ?? 0m;
            _differences.Same($"{symbol} funding", -received, inTrades + open);
        }
    }

    private void CheckOrders()
    {
        var filled = history.Fills.GroupBy(fill => fill.Order_Id, StringComparer.Ordinal)
            .ToDictionary(fills => fills.Key, fills => fills.Sum(fill => fill.Quantity), StringComparer.Ordinal);
        foreach (var order in history.Orders)
        {
            var traded = filled.GetValueOrDefault(order.Order_Id);
            _differences.Same($"order {order.Order_Id} filled", traded, order.Filled);
            _differences.Holds(
                traded <= order.Quantity, $"order {order.Order_Id} quantity", $"{traded} traded", $"{order.Quantity} ordered");
            _differences.Holds(
                (order.Status == nameof(OrderStatus.Filled)) == (traded == order.Quantity),
                $"order {order.Order_Id} status",
                $"{traded} of {order.Quantity} traded",
                order.Status);
            CheckName(order);
        }
    }

    private void CheckName(OrderRow order)
    {
        var isOurs = ClientOrderId.TryParse(order.Order_Id, out var id)
            && id.BotNumber == bot.Number && id.Installation == installation && id.Epoch <= (bot.Epoch ?? 1);
        _differences.Holds(isOurs, $"order {order.Order_Id} name", "an order of this bot", "another's or a later epoch's");
    }

    // What works or is in flight lives in the bot's state, and nothing else does.
    private void CompareOrders(BotState state)
    {
        var known = history.Orders.ToDictionary(order => order.Order_Id, StringComparer.Ordinal);
        foreach (var order in state.Orders)
        {
            var row = known.GetValueOrDefault(order.Id.ToString());
            _differences.Same($"order {order.Id}", row?.Status ?? "nothing", order.Status.ToString());
            _differences.Same($"order {order.Id} filled", row?.Filled ?? 0m, order.Filled.Value);
        }

        var held = state.Orders.Select(order => order.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        var working = history.Orders.Where(order => !Enum.Parse<OrderStatus>(order.Status).IsFinal());
        foreach (var lost in working.Where(order => !held.Contains(order.Order_Id)))
        {
            _differences.Same($"order {lost.Order_Id}", lost.Status, "nothing");
        }
    }

    // A number that was given may never be given again.
    private void CheckNumbers(BotState state)
    {
        var orders = history.Orders.Select(order => ClientOrderId.TryParse(order.Order_Id, out var id) ? id.Number : 0);
        CheckNumber("order", orders.DefaultIfEmpty().Max(), state.Numbers.Order);
        CheckNumber("trade", history.Trades.Select(trade => trade.Number).DefaultIfEmpty().Max(), state.Numbers.Trade);
        CheckNumber("booking", history.Bookings.Select(booking => booking.Number).DefaultIfEmpty().Max(), state.Numbers.Booking);
    }

    private void CheckNumber(string what, long given, long next) => _differences.Holds(
        next > given,
        $"next {what} number",
        string.Create(CultureInfo.InvariantCulture, $"that {given} was given"),
        next.ToString(CultureInfo.InvariantCulture));

    private static string Names(Account account) => account.Positions.Count == 0
        ? "none"
        : string.Join(", ", account.Positions.Select(position => position.Symbol.ToString()).Order(StringComparer.Ordinal));

    private BotVerdict Summed(decimal cash, decimal atCost, decimal fees) => new()
    {
        Number = bot.Number,
        Name = bot.Name,
        Client = bot.Client,
        Orders = history.Orders.Count,
        Fills = history.Fills.Count,
        Trades = history.Trades.Count,
        Cash = cash,
        AtCost = atCost,
        Fees = fees,
        Differences = _differences.Found,
    };
}
