using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

/// <summary>Orders and accounts around the limits: some within, some beyond, none tidy.</summary>
internal static class RandomOrders
{
    public static OrderIntent Entry(Random random)
    {
        var direction = random.Next(2) == 0 ? Direction.Long : Direction.Short;
        var sign = direction.Sign();
        return new OrderIntent
        {
            Symbol = Given.Perpetual,
            Side = direction.Opens(),
            Direction = direction,
            Quantity = new Quantity(random.Next(1, 60_000) * 0.001m),
            Purpose = OrderPurpose.Entry,
            Leverage = random.Next(10, 70) / 10m,
            ProtectiveStop = random.Next(5) == 0 ? null : new Price(100m - (sign * random.Next(100, 2_000) * 0.01m)),
            Target = random.Next(2) == 0 ? null : new Price(100m + (sign * random.Next(800, 9_000) * 0.01m)),
            Reason = "A test.",
        };
    }

    public static RiskView View(Random random, params Position[] held)
    {
        var equity = 1_000m + ((decimal)random.NextDouble() * 20_000m);
        var correlation = (random.NextDouble() * 1.2) - 0.2;
        var account = new Account(Given.Usdt, equity, equity, default, held.Length > 0 ? held : Holdings(random));
        return new RiskView
        {
            Now = Given.Noon,
            Account = account,
            Equity = equity,
            Instrument = Given.Instrument(),
            Price = new Price(random.Next(9_900, 10_100) * 0.01m),
            Limits = Limits(random),
            Counters = new RiskCounters
            {
                Day = DateOnly.FromDateTime(Given.Noon.UtcDateTime),
                DayStartEquity = equity + random.Next(-50, 105),
                PeakEquity = equity * (1m + ((decimal)random.NextDouble() * 0.26m)),
                TradesToday = random.Next(21),
            },
            Correlation = (_, _) => correlation,
            Pending = random.Next(3) == 0 ? [new PendingEntry(Given.Third, (decimal)random.NextDouble() * equity * 0.5m)] : [],
        };
    }

    private static Position[] Holdings(Random random) => random.Next(4) switch
    {
        0 => [Given.Position(random.Next(1, 20_000) * 0.001m, 98.5m)],
        1 => [Given.Position(random.Next(1, 80_000) * 0.001m, 101.37m, Given.Other) with { Leverage = 3m }],
        _ => [],
    };

    private static RiskLimits Limits(Random random) => random.Next(3) switch
    {
        0 => new RiskLimits { Pyramid = new PyramidLimits() },
        1 => new RiskLimits { MaximumLossPerTrade = 0.0173m, MaximumLongShare = 0.0777m, MaximumLongLeverage = 2.7m },
        _ => new RiskLimits(),
    };
}
