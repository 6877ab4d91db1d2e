using System.Text.Json;
using BotCluster.Engine.Json;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;
using BotCluster.Trading.Venues;

namespace BotCluster.Engine.Tests.Json;

public sealed class TradingJsonTests
{
    private static readonly DateTimeOffset At = new(2024, 2, 1, 0, 5, 0, TimeSpan.Zero);
    private static readonly Symbol Symbol = Symbol.Parse("BTC-USDT");
    private static readonly ClientOrderId Id = ClientOrderId.Of("abc123", 24, 1, 7);

    public static TheoryData<string> Kinds =>
        ["orderChanged", "orderFilled", "tradeClosed", "equityMarked", "decisionMade", "alertRaised", "cashBooked"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_fact_carries_its_kind_and_comes_back_whole(string kind)
    {
        var fact = Of(kind);

        var json = JsonSerializer.Serialize(fact, TradingJson.Options);

        Assert.StartsWith($"{{\"kind\":\"{kind}\"", json, StringComparison.Ordinal);
        var back = JsonSerializer.Deserialize<Fact>(json, TradingJson.Options);
        Assert.Equal(Reflected.Spell(fact), Reflected.Spell(back));
        Assert.Equal(json, JsonSerializer.Serialize(back, TradingJson.Options));
    }

    [Fact]
    public void Every_kind_of_fact_is_known()
    {
        Assert.Equal(
            typeof(Fact).GetNestedTypes().Select(type => JsonNamingPolicy.CamelCase.ConvertName(type.Name)).Order(),
            Kinds.Select(kind => kind.Data).Order());
    }

    [Fact]
    public void Exact_numbers_ids_and_names_are_strings_and_statistics_are_numbers()
    {
        var json = JsonSerializer.Serialize(Of("decisionMade"), TradingJson.Options);

        Assert.Contains("\"symbol\":\"BTC-USDT\"", json, StringComparison.Ordinal);
        Assert.Contains("\"price\":\"43210.50\"", json, StringComparison.Ordinal);
        Assert.Contains("\"confidence\":0.75", json, StringComparison.Ordinal);
        Assert.Contains("\"verdict\":\"shrunk\"", json, StringComparison.Ordinal);
        Assert.Contains("\"at\":\"2024-02-01T00:05:00Z\"", json, StringComparison.Ordinal);
        Assert.Contains($"\"orderId\":\"{Id}\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_be_worked_out_is_left_out()
    {
        var json = JsonSerializer.Serialize(Of("tradeClosed"), TradingJson.Options);

        Assert.DoesNotContain("netProfit", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"kind":"nothing"}""")]
    [InlineData("""{"kind":"equityMarked","point":{"at":"2024-02-01T00:05:00Z","equity":12.5,"cash":"1","unrealised":"0","drawdown":0}}""")]
    [InlineData("""{"kind":"equityMarked","point":{"at":"2024-02-01T00:05:00Z","equity":"1","cash":"1","unrealised":"0","drawdown":0,"more":1}}""")]
    [InlineData("""{"kind":"equityMarked","point":{"at":"2024-02-01T00:05:00Z","equity":"1","equity":"1","cash":"1","unrealised":"0","drawdown":0}}""")]
    public void Refuses_what_is_no_fact(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Fact>(json, TradingJson.Options));
    }

    private static Fact Of(string kind) => kind switch
    {
        "orderChanged" => new Fact.OrderChanged(Order(), At),
        "orderFilled" => new Fact.OrderFilled(Trade(), OrderPurpose.Entry),
        "tradeClosed" => new Fact.TradeClosed(Closed()),
        "equityMarked" => new Fact.EquityMarked(new EquityPoint(At, 10_000.10m, 9_000m, -3.25m, 0.0125)),
        "decisionMade" => new Fact.DecisionMade(Decision()),
        "alertRaised" => new Fact.AlertRaised(new BotAlert(3, At, AlertSeverity.Critical, "drawdown-stop", "20.1 % below the peak")),
        _ => new Fact.CashBooked(new CashBooking(2, At, CashBookingKind.Transfer, null, -100m)),
    };

    private static BotOrder Order() => new()
    {
        Id = Id,
        Status = OrderStatus.PartiallyFilled,
        RecordedAt = At,
        ExpiresAt = At.AddSeconds(30),
        Filled = new Quantity(0.01m),
        Intent = new OrderIntent
        {
            Symbol = Symbol,
            Side = Side.Buy,
            Direction = Direction.Long,
            Quantity = new Quantity(0.05m),
            Purpose = OrderPurpose.Entry,
            Type = OrderType.Limit,
            LimitPrice = new Price(43_210.50m),
            Reason = "EMA 20 crossed above EMA 50",
        },
    };

    private static VenueTrade Trade() => new(
        Id, "1", Symbol, Side.Buy, new Price(43_210.50m), new Quantity(0.01m), new Money(0.21m, new Asset("USDT")), At, Liquidity.Taker);

    private static ClosedTrade Closed() => new()
    {
        Number = 5,
        Symbol = Symbol,
        Direction = Direction.Short,
        Quantity = new Quantity(0.05m),
        EntryPrice = 43_210.5m,
        ExitPrice = 43_000m,
        OpenedAt = At.AddHours(-2),
        ClosedAt = At,
        GrossProfit = 10.525m,
        Fees = 2.1m,
        Funding = 0m,
        Margin = 2_160.525m,
        ExitReason = "target",
    };

    private static DecisionRecord Decision() => new()
    {
        Number = 9,
        At = At,
        Symbol = Symbol,
        Action = DecisionAction.Enter,
        Direction = Direction.Long,
        Confidence = 0.75,
        Price = 43_210.50m,
        Reason = "breakout",
        Verdict = DecisionVerdict.Shrunk,
        VerdictCode = "loss-per-trade",
        VerdictText = "too much",
        OrderId = Id,
    };
}
