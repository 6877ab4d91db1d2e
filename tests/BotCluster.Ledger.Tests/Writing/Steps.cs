using System.Globalization;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;
using BotCluster.Trading.Venues;
using Dapper;
using Npgsql;

namespace BotCluster.Ledger.Tests.Writing;

/// <summary>Clients, bots and steps to write, each fact with its number wherever it has one.</summary>
internal static class Steps
{
    public const string Settings = """{"name":"Ada","symbols":["BTC-USDT"],"mode":{"kind":"crossover"}}""";

    public static readonly DateTimeOffset Start = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly Symbol Bitcoin = Symbol.Parse("BTC-USDT");
    public static readonly TenantId Tenant = new(new Guid("11111111-0000-0000-0000-000000000000"));
    public static readonly TenantId OtherTenant = new(new Guid("22222222-0000-0000-0000-000000000000"));

    public static BotId Bot(int number) => new(new Guid(number, 0, 0, new byte[8]));

    public static async Task AddTenantsAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "insert into tenants (id, name, created_at) values (@Id, @Name, @Start) on conflict do nothing",
            new[]
            {
                new { Id = Tenant.Value, Name = "First", Start },
                new { Id = OtherTenant.Value, Name = "Second", Start },
            });
    }

    public static BotCreation Creation(int number, TenantId? tenant = null) =>
        new(Bot(number), tenant ?? Tenant, "Ada", Settings, Start);

    public static BotCommit Commit(int bot, long expected, params Fact[] facts) => new()
    {
        Bot = Bot(bot),
        Tenant = Tenant,
        ExpectedVersion = expected,
        Epoch = 1,
        State = BitConverter.GetBytes(expected + 1),
        Status = BotStatus.Running,
        Facts = facts,
    };

    public static ClientOrderId OrderId(int bot, long number) => ClientOrderId.Of("abc123", bot, 1, number);

    public static Fact.OrderChanged Order(int bot, long number, OrderStatus status, DateTimeOffset? at = null) => new(
        new BotOrder
        {
            Id = OrderId(bot, number),
            Intent = new OrderIntent
            {
                Symbol = Bitcoin,
                Side = Side.Buy,
                Direction = Direction.Long,
                Quantity = new Quantity(0.5m),
                Purpose = OrderPurpose.Entry,
                ProtectiveStop = new Price(59000.5m),
                Reason = "Averages crossed",
                Confidence = 0.8,
            },
            Status = status,
            RecordedAt = Start.AddMinutes(number),
            ExpiresAt = Start.AddMinutes(number + 1),
            Filled = status == OrderStatus.Filled ? new Quantity(0.5m) : Quantity.Zero,
        },
        at ?? Start.AddMinutes(number));

    public static Fact.OrderFilled Fill(int bot, long number) => new(
        new VenueTrade(
            OrderId(bot, number), number.ToString(CultureInfo.InvariantCulture), Bitcoin, Side.Buy, new Price(60000.12345678m),
            new Quantity(0.5m), new Money(15.00003086m, Bitcoin.Quote), Start.AddMinutes(number), Liquidity.Taker),
        OrderPurpose.Entry);

    public static Fact.TradeClosed Trade(long number, decimal profit = 10m) => new(new ClosedTrade
    {
        Number = number,
        Symbol = Bitcoin,
        Direction = Direction.Long,
        Quantity = new Quantity(0.5m),
        EntryPrice = 60000m,
        ExitPrice = 60020m,
        OpenedAt = Start,
        ClosedAt = Start.AddMinutes(number),
        GrossProfit = profit,
        Fees = 1m,
        Funding = 0m,
        Margin = 30000m,
        ExitReason = "target",
    });

    public static Fact.EquityMarked Equity(DateTimeOffset at, decimal equity) =>
        new(new EquityPoint(at, equity, equity, 0m, 0.01));

    public static Fact.DecisionMade Decision(long number, DecisionVerdict verdict = DecisionVerdict.Refused) => new(new DecisionRecord
    {
        Number = number,
        At = Start.AddMinutes(number),
        Symbol = Bitcoin,
        Action = DecisionAction.Enter,
        Direction = Direction.Long,
        Confidence = 0.7,
        Price = 60000m,
        Reason = "Averages crossed",
        Verdict = verdict,
        VerdictCode = "risk-reward",
        VerdictText = "1.1 is less than 1.3",
    });

    public static Fact.AlertRaised Alert(long number, AlertSeverity severity = AlertSeverity.Warning) =>
        new(new BotAlert(number, Start.AddMinutes(number), severity, "drawdown-warning", "16 % below the peak"));

    public static Fact.CashBooked Booking(long number) =>
        new(new CashBooking(number, Start.AddMinutes(number), CashBookingKind.Transfer, null, 250m));
}
