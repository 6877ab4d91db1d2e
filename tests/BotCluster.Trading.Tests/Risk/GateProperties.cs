using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

/// <summary>What holds for any order and any account: thousands of them, each made from a seed that a failure prints.</summary>
public sealed class GateProperties
{
    private const int Cases = 4_000;

    [Fact]
    public void An_approved_entry_is_never_larger_than_its_intent_and_within_every_limit()
    {
        var (approved, shrunk) = (0, 0);
        Seeds.ForEach(Cases, random =>
        {
            var (intent, view) = (RandomOrders.Entry(random), RandomOrders.View(random));
            if (RiskGate.Standard.Review(intent, view) is RiskVerdict.Approved { Order.Intent: var order, Shrinks: var shrinks })
            {
                approved++;
                shrunk += shrinks.Count > 0 ? 1 : 0;
                Assert.True(order.Quantity <= intent.Quantity && order.Leverage <= intent.Leverage);
                Assert.Equal(shrinks.Count > 0, order.Quantity < intent.Quantity);
                Assert.All(Limits(order, view), limit => Assert.True(limit.Holds, limit.Name));
            }
        });

        // The cases must reach both sides of the gate, or the property says nothing.
        Assert.InRange(approved, Cases / 10, Cases * 9 / 10);
        Assert.InRange(shrunk, Cases / 20, approved);
    }

    [Fact]
    public void Reviewing_an_approved_entry_again_approves_it_unshrunk() => Seeds.ForEach(Cases, random =>
    {
        var (intent, view) = (RandomOrders.Entry(random), RandomOrders.View(random));
        if (RiskGate.Standard.Review(intent, view) is RiskVerdict.Approved { Order: var first })
        {
            var again = Assert.IsType<RiskVerdict.Approved>(RiskGate.Standard.Review(first.Intent, view));
            Assert.Empty(again.Shrinks);
            Assert.Equal(first, again.Order);
        }
    });

    [Fact]
    public void A_whole_lot_of_what_is_held_can_always_be_let_go() => Seeds.ForEach(Cases, random =>
    {
        var quantity = random.Next(1, 100_000) * 0.001m;
        var direction = random.Next(2) == 0 ? Direction.Long : Direction.Short;
        var view = RandomOrders.View(random, Given.Position(quantity, direction: direction));
        var part = random.Next(1, (int)(quantity * 1000m) + 1) * 0.001m;

        var verdict = Assert.IsType<RiskVerdict.Approved>(RiskGate.Standard.Review(Given.Exit(part, direction), view));

        Assert.Equal(part, verdict.Order.Intent.Quantity.Value);
        Assert.Empty(verdict.Shrinks);
    });

    // Each limit worked out from the raw figures, apart from the code of the rules.
    private static IEnumerable<(string Name, bool Holds)> Limits(OrderIntent order, RiskView view)
    {
        const decimal Rounding = 1e-12m;
        var (limits, equity, isLong) = (view.Limits, view.Equity!.Value, order.Direction == Direction.Long);
        var entry = view.Price!.Value.Value;
        var held = view.Account.PositionOf(order.Symbol);
        var leverage = held?.Leverage ?? order.Leverage;
        var margin = entry * order.Quantity.Value / leverage;
        var pending = view.Pending.Sum(one => one.Margin);
        var stop = order.ProtectiveStop!.Value.Value;
        var (risk, halfTick) = (Math.Abs(entry - stop), view.Instrument!.Tick / 2m);
        var all = view.Account.MarginInUse + pending + margin;
        var share = isLong ? limits.MaximumLongShare : limits.MaximumShortShare;

        yield return ("lot", order.Quantity.Value % view.Instrument.Lot == 0m);
        yield return ("tick", stop % view.Instrument.Tick == 0m);
        yield return ("position size", (held?.Margin ?? 0m) + margin <= (share * equity) + Rounding);
        yield return ("leverage", order.Leverage <= (isLong ? limits.MaximumLongLeverage : limits.MaximumShortLeverage));
        yield return ("total margin", all <= (limits.MaximumMarginShare * equity) + Rounding);
        yield return ("cash", margin <= view.Account.Cash - pending - (held?.Margin ?? 0m) + Rounding);
        yield return ("drawdown", view.Counters.PeakEquity - equity < limits.MaximumDrawdown * view.Counters.PeakEquity);
        yield return ("daily loss", view.Counters.DayStartEquity - equity < limits.MaximumDailyLoss);
        yield return ("loss at stop", risk * order.Quantity.Value <= (limits.MaximumLossPerTrade * equity) + Rounding);
        yield return ("stop side", isLong ? stop < entry : stop > entry);
        yield return ("stop distance", risk + halfTick >= limits.MinimumStopDistance * entry
            && risk - halfTick <= limits.MaximumStopDistance * entry);
        yield return ("minimum order", entry * order.Quantity.Value >= limits.MinimumOrder);
        yield return ("trades a day", view.Counters.TradesToday < limits.MaximumTradesPerDay);
        yield return ("one entry", held is null || (limits.Pyramid is not null && held.Entries < 2));
        yield return ("reward to risk", order.Target is not { } target
            || Math.Abs(target.Value - entry) >= (limits.MinimumRewardToRisk * risk) - Rounding);
    }
}
