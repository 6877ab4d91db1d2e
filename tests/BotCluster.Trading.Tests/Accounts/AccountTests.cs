using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Tests.Risk;

namespace BotCluster.Trading.Tests.Accounts;

public sealed class AccountTests
{
    [Fact]
    public void A_purchase_on_spot_takes_its_price_and_its_fee()
    {
        var account = Account.Opened(Given.Usdt, 10_000m);

        account.BookEntry(Trades.Buy(Given.Spot, 100m, 10m, fee: 0.5m), Given.Entry() with { Symbol = Given.Spot }, 7);

        var position = Assert.Single(account.Positions);
        Assert.Equal((8_999.5m, 1_000m, 0.5m), (account.Cash, position.Cost, position.Fees));
        Assert.Equal((7L, 1_000m, 100m), (position.TradeNumber, position.Margin, position.AveragePrice));
        Assert.Equal(new AccountTotals(0m, 0.5m, 0m), account.Totals);
    }

    [Fact]
    public void A_perpetual_takes_only_its_fee_and_claims_its_margin()
    {
        var account = Account.Opened(Given.Usdt, 10_000m);

        account.BookEntry(Trades.Buy(Given.Perpetual, 100m, 10m, fee: 0.5m), Given.Entry() with { Leverage = 4m }, 1);

        Assert.Equal((9_999.5m, 250m), (account.Cash, account.MarginInUse));
    }

    [Fact]
    public void A_position_takes_the_terms_of_the_order_that_opens_it()
    {
        var account = Account.Opened(Given.Usdt, 10_000m);
        var intent = Given.Entry() with { Target = new Price(110m), Leverage = 2m };

        var position = account.BookEntry(Trades.Buy(Given.Perpetual, 100m, 10m), intent, 1);

        Assert.Equal(
            (intent.ProtectiveStop, intent.Target, 2m, 100.0, 1),
            (position.Stop, position.Target, position.Leverage, position.BestClose, position.Entries));
    }

    [Theory]
    [InlineData(Direction.Long, 110, 100)]
    [InlineData(Direction.Long, 90, -100)]
    [InlineData(Direction.Short, 90, 100)]
    [InlineData(Direction.Short, 110, -100)]
    public void A_round_trip_earns_its_move_less_fees_and_funding(Direction direction, double exit, double gross)
    {
        var account = Account.Opened(Given.Usdt, 10_000m);
        account.BookEntry(Trades.Of(direction.Opens(), Given.Perpetual, 100m, 10m, fee: 1m), Given.Entry(10m, direction), 3);
        account.PayFunding(Given.Perpetual, 0.25m);

        var closed = account.BookReduction(Trades.Of(direction.Closes(), Given.Perpetual, (decimal)exit, 10m, fee: 2m), "The end.");

        Assert.NotNull(closed);
        Assert.Equal((3L, 100m, (decimal)exit), (closed.Number, closed.EntryPrice, closed.ExitPrice));
        Assert.Equal(((decimal)gross, 3m, 0.25m, (decimal)gross - 3.25m), (closed.GrossProfit, closed.Fees, closed.Funding, closed.NetProfit));
        Assert.Equal((10_000m + closed.NetProfit, true), (account.Cash, account.IsFlat));
        Assert.Equal((1_000m, "The end."), (closed.Margin, closed.ExitReason));
    }

    [Fact]
    public void A_part_of_a_position_leaves_with_its_part_of_the_cost()
    {
        var account = Account.Opened(Given.Usdt, 10_000m);
        account.BookEntry(Trades.Buy(Given.Spot, 100m, 10m), Given.Entry() with { Symbol = Given.Spot }, 1);

        Assert.Null(account.BookReduction(Trades.Sell(Given.Spot, 120m, 4m), "A part."));

        var rest = Assert.Single(account.Positions);
        Assert.Equal((6m, 600m, 80m), (rest.Quantity.Value, rest.Cost, rest.Realised));
        Assert.Equal((9_480m, 80m), (account.Cash, account.Totals.Realised));
    }

    [Fact]
    public void Fills_of_one_entry_average_their_price()
    {
        var account = Account.Opened(Given.Usdt, 10_000m);
        account.BookEntry(Trades.Buy(Given.Perpetual, 100m, 10m), Given.Entry(), 1);
        account.BookEntry(Trades.Buy(Given.Perpetual, 103m, 5m), Given.Entry(), 2);

        var position = Assert.Single(account.Positions);
        Assert.Equal((101m, 15m, 1L), (position.AveragePrice, position.Quantity.Value, position.TradeNumber));
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(-5_000)]
    public void A_transfer_is_neither_profit_nor_loss(double amount)
    {
        var account = Account.Opened(Given.Usdt, 10_000m);

        account.Transfer((decimal)amount);

        Assert.Equal((10_000m + (decimal)amount, account.Budget, default(AccountTotals)), (account.Cash, account.Cash, account.Totals));
    }

    [Fact]
    public void What_is_held_is_worth_its_sale_on_spot_and_its_profit_on_a_perpetual()
    {
        Assert.Equal(1_100m, Account.ValueOf(Given.Position(10m, symbol: Given.Spot), 110m));
        Assert.Equal(100m, Account.ValueOf(Given.Position(10m), 110m));
        Assert.Equal(-100m, Account.ValueOf(Given.Position(10m, direction: Direction.Short), 110m));
    }

    [Fact]
    public void Terms_are_replaced_and_what_is_held_is_not()
    {
        var account = Given.AccountHolding(Given.Position(10m));
        var held = account.Positions[0];

        account.Replace(held with { Stop = new Price(99m) });
        Assert.Equal(new Price(99m), account.Positions[0].Stop);

        Assert.Throws<InvalidOperationException>(() => account.Replace(held with { Quantity = new Quantity(9m) }));
        Assert.Throws<InvalidOperationException>(() => account.Replace(held with { Cost = 1m }));
        Assert.Throws<InvalidOperationException>(() => account.Replace(held with { Symbol = Given.Other }));
    }

    [Fact]
    public void Bookings_that_cannot_be_are_mistakes()
    {
        var account = Given.AccountHolding(Given.Position(10m));

        Assert.Throws<InvalidOperationException>(() => account.BookReduction(Trades.Sell(Given.Perpetual, 100m, 10.001m), "More than held."));
        Assert.Throws<InvalidOperationException>(() => account.BookReduction(Trades.Buy(Given.Perpetual, 100m, 1m), "The wrong way."));
        Assert.Throws<InvalidOperationException>(() => account.BookReduction(Trades.Sell(Given.Other, 100m, 1m), "Not held."));
        Assert.Throws<InvalidOperationException>(() => account.PayFunding(Given.Other, 1m));
        Assert.Throws<InvalidOperationException>(
            () => account.BookEntry(Trades.Sell(Given.Perpetual, 100m, 1m), Given.Entry(1m, Direction.Short), 2));
        Assert.Throws<InvalidOperationException>(
            () => account.BookEntry(Trades.Buy(Given.Perpetual, 100m, 1m) with { Fee = new Money(1m, new Asset("BNB")) }, Given.Entry(1m), 2));
    }
}
