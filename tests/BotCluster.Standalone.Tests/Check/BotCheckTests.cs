using System.Buffers;
using BotCluster.Engine.Json;
using BotCluster.Standalone.Check;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Paper;

namespace BotCluster.Standalone.Tests.Check;

/// <summary>A bot that was given 1,000 and bought 2 at 100 for a fee of 1: the check must see whatever is not so.</summary>
public sealed class BotCheckTests
{
    private const string Installation = "abc123";
    private static readonly string Entry = ClientOrderId.Of(Installation, 7, 1, 1).ToString();

    private static readonly OrderRow Order = new(Entry, "BTC-USDT", "Buy", "Long", "Entry", 2m, 2m, 1m, "Filled");

    private static readonly FillRow Fill = new(
        Entry, "1", "BTC-USDT", "Buy", 100m, 2m, 1m, "USDT", "Taker", new DateTime(2024, 2, 12, 0, 0, 0, DateTimeKind.Utc));

    private static readonly BotHistory Honest = new([Order], [Fill], [new BookingRow(1, "Transfer", null, 1000m)], []);

    [Fact]
    public void Finds_nothing_where_state_and_ledger_tell_one_story()
    {
        var verdict = Check(Honest, State());

        Assert.Empty(verdict.Differences);
        Assert.Equal((799m, 200m, 1m), (verdict.Cash, verdict.AtCost, verdict.Fees));
    }

    [Fact]
    public void Sees_cash_that_is_off_by_the_last_digit()
    {
        Assert.Contains(Check(Honest, State(cash: 799.00000001m)).Differences, found => found.What == "cash");
    }

    [Fact]
    public void Sees_a_fill_that_the_ledger_has_lost()
    {
        var differences = Check(Honest with { Fills = [] }, State()).Differences;

        Assert.Contains(differences, found => found.What == "positions");
        Assert.Contains(differences, found => found.What == $"order {Entry} filled");
    }

    [Fact]
    public void Sees_a_fill_that_the_bot_does_not_know()
    {
        var twice = Honest with { Fills = [Fill, Fill with { Trade_Id = "2" }] };

        Assert.Contains(Check(twice, State()).Differences, found => found.What == "BTC-USDT quantity");
        Assert.Contains(Check(twice, State()).Differences, found => found.What == $"order {Entry} quantity");
    }

    [Fact]
    public void Sees_a_fill_without_its_order()
    {
        Assert.Contains(Check(Honest with { Orders = [] }, State()).Differences, found => found.What == "history");
    }

    [Fact]
    public void Sees_an_order_of_another_bot_under_this_one()
    {
        var other = ClientOrderId.Of(Installation, 8, 1, 1).ToString();
        var history = Honest with { Orders = [Order with { Order_Id = other }], Fills = [Fill with { Order_Id = other }] };

        Assert.Contains(Check(history, State()).Differences, found => found.What == $"order {other} name");
    }

    [Fact]
    public void Sees_a_working_order_that_the_bot_forgot()
    {
        var stop = new OrderRow(
            ClientOrderId.Of(Installation, 7, 1, 2).ToString(), "BTC-USDT", "Sell", "Long", "ProtectiveStop", 2m, 0m, 1m, "Open");

        Assert.Contains(Check(Honest with { Orders = [Order, stop] }, State()).Differences, found => found.What == $"order {stop.Order_Id}");
    }

    [Fact]
    public void Sees_a_number_that_would_be_given_twice()
    {
        Assert.Contains(Check(Honest, State(nextOrder: 1)).Differences, found => found.What == "next order number");
    }

    [Fact]
    public void Sees_a_round_trip_that_no_fill_proves()
    {
        var history = Honest with { Trades = [new TradeRow(1, "BTC-USDT", 2m, 100m, 110m, 20m, 2m, 0m)] };

        Assert.Contains(Check(history, State()).Differences, found => found.What == "round trips");
    }

    private static BotVerdict Check(BotHistory history, BotState state)
    {
        var payload = new ArrayBufferWriter<byte>();
        BotStateJson.Write(state, payload);
        var bot = new BotRow(Guid.Empty, Guid.Empty, 7, "Honest", "Harbour", "Running", 3, 1, payload.WrittenSpan.ToArray());
        return new BotCheck(bot, history, Installation).Verdict();
    }

    private static BotState State(decimal cash = 799m, long nextOrder = 2)
    {
        var position = new Position
        {
            Symbol = Symbol.Parse("BTC-USDT"),
            Direction = Direction.Long,
            Quantity = new Quantity(2m),
            Cost = 200m,
            Leverage = 1m,
            OpenedAt = new DateTimeOffset(2024, 2, 12, 0, 0, 0, TimeSpan.Zero),
            TradeNumber = 1,
            Entered = new Quantity(2m),
            EnteredCost = 200m,
            Fees = 1m,
        };
        return new BotState
        {
            Status = BotStatus.Running,
            Account = new Account(new Asset("USDT"), 1000m, cash, new AccountTotals(0m, 1m, 0m), [position]),
            Paper = new PaperBook(),
            Numbers = new BotNumbers { Order = nextOrder, Trade = 2, Booking = 2 },
        };
    }
}
