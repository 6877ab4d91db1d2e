using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Tests.Risk;

namespace BotCluster.Trading.Tests.Accounts;

/// <summary>No booking makes money or loses any, to the last decimal, whatever the trades.</summary>
public sealed class ConservationOfMoney
{
    private const int Cases = 400;
    private const int Steps = 60;

    [Fact]
    public void What_an_account_is_worth_is_its_budget_and_what_it_earned_less_what_it_paid() => Seeds.ForEach(Cases, random =>
    {
        var account = Account.Opened(Given.Usdt, 100_000m);
        for (var step = 0; step < Steps; step++)
        {
            Step(account, random);
            AssertConserved(account, random);
        }
    });

    [Fact]
    public void A_flat_account_holds_its_budget_and_the_net_profit_of_its_round_trips() => Seeds.ForEach(Cases, random =>
    {
        var account = Account.Opened(Given.Usdt, 100_000m);
        var profit = 0m;
        for (var step = 0; step < Steps; step++)
        {
            profit += Step(account, random)?.NetProfit ?? 0m;
        }

        foreach (var held in account.Positions.ToArray())
        {
            profit += account.BookReduction(Reduction(held, held.Quantity.Value, random), "The end.")!.NetProfit;
        }

        Assert.True(account.IsFlat);
        Assert.Equal(account.Budget + profit, account.Cash);
        Assert.Equal(account.Budget + account.Totals.Realised - account.Totals.Fees - account.Totals.Funding, account.Cash);
    });

    private static void AssertConserved(Account account, Random random)
    {
        var (value, unrealised) = (0m, 0m);
        foreach (var held in account.Positions)
        {
            var price = PriceOf(held.Symbol, random);
            value += Account.ValueOf(held, price);
            unrealised += held.UnrealisedAt(price);
        }

        var totals = account.Totals;
        Assert.Equal(account.Budget + totals.Realised + unrealised - totals.Fees - totals.Funding, account.Cash + value);
    }

    private static ClosedTrade? Step(Account account, Random random)
    {
        Symbol[] symbols = [Given.Spot, Given.Perpetual, Given.Other, Given.Third];
        var symbol = symbols[random.Next(symbols.Length)];
        var held = account.PositionOf(symbol);
        switch (random.Next(10))
        {
            case 0:
                account.Transfer(random.Next(-5_000, 5_000) * 0.01m);
                return null;
            case 1 when held is { Symbol.Kind: MarketKind.Perpetual }:
                account.PayFunding(symbol, random.Next(-5_000, 5_000) * 0.000123m);
                return null;
            case < 6:
                Enter(account, held, symbol, random);
                return null;
            default:
                return held is null ? null : Reduce(account, held, random);
        }
    }

    private static void Enter(Account account, Position? held, Symbol symbol, Random random)
    {
        var direction = held?.Direction
            ?? (symbol.Kind == MarketKind.Spot || random.Next(2) == 0 ? Direction.Long : Direction.Short);
        var (price, quantity) = (PriceOf(symbol, random), random.Next(1, 40_000) * 0.00001m);
        var trade = Trades.Of(direction.Opens(), symbol, price, quantity, price * quantity * 0.00055m);
        account.BookEntry(trade, Given.Entry(quantity, direction) with { Symbol = symbol, Leverage = random.Next(1, 4) }, 1);
    }

    private static ClosedTrade? Reduce(Account account, Position held, Random random)
    {
        var lots = (int)(held.Quantity.Value / 0.00001m);
        var quantity = random.Next(3) == 0 ? held.Quantity.Value : random.Next(1, lots + 1) * 0.00001m;
        return account.BookReduction(Reduction(held, quantity, random), "A test.");
    }

    private static Venues.VenueTrade Reduction(Position held, decimal quantity, Random random)
    {
        var price = PriceOf(held.Symbol, random);
        return Trades.Of(held.Direction.Closes(), held.Symbol, price, quantity, price * quantity * 0.00055m);
    }

    // Prices as uneven as those of real markets: 64,231.07 and 0.08317.
    private static decimal PriceOf(Symbol symbol, Random random) => symbol == Given.Third
        ? random.Next(5_000, 15_000) * 0.00001m
        : random.Next(4_000_000, 7_000_000) * 0.01m;
}
