using System.Buffers;
using System.Text;
using BotCluster.Engine.Json;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Paper;
using BotCluster.Trading.Risk;

namespace BotCluster.Engine.Tests.Json;

public sealed class BotStateJsonTests
{
    private static readonly DateTimeOffset Start = new(2024, 2, 1, 0, 5, 0, TimeSpan.Zero);

    [Fact]
    public void Every_state_comes_back_whole()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var state = new RandomState(seed).Next();

            var back = BotStateJson.Read(Written(state));

            Assert.True(Reflected.Spell(state) == Reflected.Spell(back), $"Seed {seed}:\n{Reflected.Spell(state)}\n{Reflected.Spell(back)}");
        }
    }

    [Fact]
    public void A_state_written_again_is_the_same_to_the_byte()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var bytes = Written(new RandomState(seed).Next());

            Assert.True(bytes.AsSpan().SequenceEqual(Written(BotStateJson.Read(bytes))), $"Seed {seed}");
        }
    }

    [Fact]
    public void A_new_state_comes_back_as_it_was()
    {
        var state = new BotState { Account = Account.Opened(new Asset("USDT"), 10_000.00m) };

        Assert.Equal(Reflected.Spell(state), Reflected.Spell(BotStateJson.Read(Written(state))));
    }

    [Fact]
    public void A_busy_bot_takes_less_than_two_kilobytes()
    {
        var length = Written(Busy()).Length;

        Assert.InRange(length, 800, 2047);
    }

    [Fact]
    public void Refuses_a_newer_schema_by_name()
    {
        var newer = Encoding.UTF8.GetString(Written(Busy())).Replace("{\"v\":1,", "{\"v\":2,", StringComparison.Ordinal);

        var refusal = Assert.Throws<StateFormatException>(() => BotStateJson.Read(Encoding.UTF8.GetBytes(newer)));

        Assert.Contains("schema 2", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("schemas up to 1", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"v\":1,\"y\":[],\"s\":1}")]
    [InlineData("{\"v\":1,\"y\":[],\"s\":99,\"a\":{\"q\":\"USDT\"}}")]
    [InlineData("{\"v\":1,\"y\":[],\"s\":1,\"a\":{\"q\":\"usdt\"}}")]
    [InlineData("{\"v\":1,\"y\":[],\"s\":1,\"a\":{\"q\":\"USDT\",\"p\":[{\"y\":0}]}}")]
    [InlineData("{\"v\":1,\"y\":[],\"s\":1,\"Z\":1,\"a\":{\"q\":\"USDT\"}}")]
    [InlineData("{\"v\":1,\"y\":[],\"s\":1,\"a\":{\"q\":\"USDT\"")]
    public void Refuses_what_is_no_state(string json)
    {
        Assert.Throws<StateFormatException>(() => BotStateJson.Read(Encoding.UTF8.GetBytes(json)));
    }

    internal static byte[] Written(BotState state)
    {
        var output = new ArrayBufferWriter<byte>();
        BotStateJson.Write(state, output);
        return output.WrittenSpan.ToArray();
    }

    internal static BotState Busy()
    {
        var symbol = Symbol.Parse("BTC-USDT");
        var paper = new PaperBook { NextTrade = 61 };
        var risk = new RiskCounters
        {
            Day = DateOnly.FromDateTime(Start.UtcDateTime),
            DayStartEquity = 10_123.45678901m,
            TradesToday = 3,
            PeakEquity = 10_345.98765432m,
        };
        risk.RecentStops.Add(Start.AddHours(-3));
        for (var trade = 0; trade < 20; trade++)
        {
            risk.Outcomes.Add(new TradeOutcome(symbol, Start.AddHours(-trade), 0.0123456789012345 / (trade + 1)));
        }

        var state = new BotState
        {
            Status = BotStatus.Running,
            Account = new Account(new Asset("USDT"), 10_000m, 7_654.32109876m, new AccountTotals(123.456m, 45.678901m, 0m), [Position(symbol)]),
            Paper = paper,
            Risk = risk,
            LastStep = Start,
            LastEquityAt = Start,
            Cycles = 123_456,
            Holds = 120_000,
            Refusals = 345,
        };
        for (var number = 1; number <= 3; number++)
        {
            var order = Order(symbol, number);
            state.Orders.Add(order);
            paper.Orders.Add(Waiting(order));
        }

        return state;
    }

    private static Position Position(Symbol symbol) => new()
    {
        Symbol = symbol,
        Direction = Direction.Long,
        Quantity = new Quantity(0.05432m),
        Cost = 2_345.67890123m,
        Leverage = 1m,
        OpenedAt = Start.AddHours(-5),
        TradeNumber = 21,
        Stop = new Price(41_234.56m),
        Target = new Price(45_678.90m),
        BestClose = 43_456.78,
        Entered = new Quantity(0.05432m),
        EnteredCost = 2_345.67890123m,
        Fees = 1.17283945m,
    };

    private static BotOrder Order(Symbol symbol, int number) => new()
    {
        Id = ClientOrderId.Of("abc123", 24, 1, number),
        Status = OrderStatus.Open,
        RecordedAt = Start,
        ExpiresAt = Start.AddSeconds(30),
        Intent = new OrderIntent
        {
            Symbol = symbol,
            Side = Side.Sell,
            Direction = Direction.Long,
            Quantity = new Quantity(0.05432m),
            Purpose = OrderPurpose.ProtectiveStop,
            Type = OrderType.Stop,
            StopPrice = new Price(41_234.56m),
            Reason = "Protective stop of the entry at 43181.33",
        },
    };

    private static PaperOrder Waiting(BotOrder order) => new()
    {
        Id = order.Id,
        Symbol = order.Intent.Symbol,
        Side = order.Intent.Side,
        Type = order.Intent.Type,
        TimeInForce = order.Intent.TimeInForce,
        Remaining = order.Intent.Quantity,
        Filled = Quantity.Zero,
        StopPrice = order.Intent.StopPrice,
        ReduceOnly = true,
    };
}
