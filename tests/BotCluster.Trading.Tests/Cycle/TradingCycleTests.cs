using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;
using BotCluster.Trading.Sizing;

namespace BotCluster.Trading.Tests.Cycle;

/// <summary>What the five blocks do together, one candle after the other.</summary>
public sealed class TradingCycleTests
{
    [Fact]
    public void An_entry_decided_at_a_close_fills_at_the_next_open()
    {
        var rig = new CycleRig();

        rig.Flat(100, rig.Long(stop: 96));
        Assert.Null(rig.Position);
        rig.Candle(101, 103, 100, 102);

        Assert.Equal(101m, rig.Position!.AveragePrice);
        Assert.Equal(CycleRig.Start.AddMinutes(5), rig.Journal.Of<Fact.OrderFilled>().Single().Trade.At);
    }

    [Fact]
    public void A_position_has_its_stop_and_target_in_the_same_turn_it_was_filled()
    {
        var rig = new CycleRig();

        rig.Flat(100, rig.Long(stop: 96, target: 110));
        rig.Flat(100);

        var stop = rig.Order(OrderPurpose.ProtectiveStop)!;
        var target = rig.Order(OrderPurpose.TakeProfit)!;
        Assert.Equal((OrderStatus.Open, 96m, rig.Position!.Quantity), (stop.Status, stop.Intent.StopPrice!.Value.Value, stop.Intent.Quantity));
        Assert.Equal((OrderStatus.Open, 110m, rig.Position.Quantity), (target.Status, target.Intent.LimitPrice!.Value.Value, target.Intent.Quantity));
    }

    [Fact]
    public void A_stop_can_be_hit_within_the_candle_that_opened_the_position()
    {
        var rig = new CycleRig();

        rig.Flat(100, rig.Long(stop: 96));
        rig.Candle(100, 100, 90, 95);

        Assert.Null(rig.Position);
        var trade = rig.Journal.Of<Fact.TradeClosed>().Single().Trade;
        Assert.Equal((100m, 96m), (trade.EntryPrice, trade.ExitPrice));
    }

    [Fact]
    public void A_hit_target_takes_the_stop_off_the_book()
    {
        var rig = new CycleRig();

        rig.Flat(100, rig.Long(stop: 96, target: 110));
        rig.Flat(100);
        rig.Candle(105, 112, 104, 108);

        Assert.Null(rig.Position);
        Assert.Empty(rig.State.Orders);
        Assert.Empty(rig.State.Paper!.Orders);
    }

    [Fact]
    public void Every_intent_is_durable_before_it_is_sent()
    {
        var rig = new CycleRig();
        rig.Journal.OnCommit = () => Assert.DoesNotContain(
            rig.State.Paper!.Orders,
            waiting => rig.State.Orders.Single(order => order.Id == waiting.Id).Status == OrderStatus.Recorded);
        var durable = new List<OrderStatus>();
        rig.Journal.OnCommit += () => durable.AddRange(rig.State.Orders.Select(order => order.Status));

        rig.Flat(100, rig.Long(stop: 96));

        Assert.Equal([OrderStatus.Recorded], durable);
        Assert.Equal(OrderStatus.Open, rig.State.Orders.Single().Status);
    }

    [Fact]
    public void A_commit_that_fails_lets_nothing_leave()
    {
        var rig = new CycleRig();
        rig.Journal.OnCommit = () => throw new StoreUnavailableException("away");

        rig.Board.Append(rig.Symbol, Timeframe.FiveMinutes, new Candle(CycleRig.Start, 100, 100, 100, 100, 1_000));
        rig.Script.Next = [rig.Long(stop: 96)];
        var turn = rig.Cycle.RunAsync(CycleRig.Start.AddMinutes(5), CancellationToken.None);

        Assert.IsType<StoreUnavailableException>(turn.AsTask().Exception!.InnerException);
        Assert.Empty(rig.State.Paper!.Orders);
    }

    [Fact]
    public async Task An_intent_that_never_left_is_settled_as_not_sent_and_its_number_is_not_used_again()
    {
        var rig = new CycleRig();
        rig.Flat(100, rig.Long(stop: 96));
        var lost = rig.State.Orders.Single();
        rig.State.Orders[0] = lost with { Status = OrderStatus.Recorded };
        rig.State.Paper!.Orders.Clear();

        await rig.Cycle.ReconcileAsync(rig.Now, TestContext.Current.CancellationToken);
        rig.Flat(100, rig.Long(stop: 96));

        Assert.Equal(OrderStatus.NotSent, rig.Journal.Of<Fact.OrderChanged>().Last(fact => fact.Order.Id == lost.Id).Order.Status);
        Assert.NotEqual(lost.Id, rig.State.Orders.Single().Id);
    }

    [Fact]
    public void An_exit_on_spot_first_takes_the_stop_away()
    {
        var rig = new CycleRig();
        rig.Flat(100, rig.Long(stop: 96));
        rig.Flat(100);

        rig.Flat(100, rig.Close());

        Assert.Null(rig.Order(OrderPurpose.ProtectiveStop));
        Assert.NotNull(rig.Order(OrderPurpose.Exit));
        rig.Flat(101);
        Assert.Null(rig.Position);
        Assert.Equal("enough", rig.Journal.Of<Fact.TradeClosed>().Single().Trade.ExitReason);
    }

    [Fact]
    public void A_flip_enters_the_other_way_only_once_the_first_position_is_closed()
    {
        var rig = new CycleRig(symbol: CycleRig.BitcoinPerpetual);
        rig.Flat(100, rig.Long(stop: 96));
        rig.Flat(100);

        rig.Flat(100, rig.Close(), rig.Short(stop: 104));
        Assert.Equal(Direction.Long, rig.Position!.Direction);
        rig.Flat(100);
        Assert.Null(rig.Position);
        rig.Flat(100);

        Assert.Equal(Direction.Short, rig.Position!.Direction);
        Assert.Empty(rig.State.Deferred);
    }

    [Fact]
    public void A_paused_bot_exits_but_does_not_enter()
    {
        var rig = new CycleRig();
        rig.Flat(100, rig.Long(stop: 96));
        rig.Flat(100);
        rig.State.Status = BotStatus.Paused;

        rig.Flat(100, rig.Close());
        rig.Flat(100, rig.Long(stop: 96));
        rig.Flat(100);

        Assert.Null(rig.Position);
        Assert.Equal("no-entries", rig.Journal.Decisions.Last().VerdictCode);
    }

    [Theory]
    [InlineData(OnStop.KeepProtected, false)]
    [InlineData(OnStop.Close, true)]
    public void A_stopping_bot_keeps_its_position_protected_or_closes_it(OnStop onStop, bool isClosed)
    {
        var rig = new CycleRig(settings => settings with { OnStop = onStop });
        rig.Flat(100, rig.Long(stop: 96));
        rig.Flat(100);
        rig.State.Status = BotStatus.Stopping;

        rig.Flat(100);
        rig.Flat(100);

        Assert.Equal(BotStatus.Stopped, rig.State.Status);
        Assert.Equal(isClosed, rig.Position is null);
        Assert.Equal(!isClosed, rig.Order(OrderPurpose.ProtectiveStop) is not null);
    }

    [Fact]
    public void The_stop_of_a_stopped_bot_still_protects_it()
    {
        var rig = new CycleRig();
        rig.Flat(100, rig.Long(stop: 96));
        rig.Flat(100);
        rig.State.Status = BotStatus.Stopping;
        rig.Flat(100);

        rig.Candle(98, 98, 90, 91);

        Assert.Equal(BotStatus.Stopped, rig.State.Status);
        Assert.Null(rig.Position);
    }

    [Fact]
    public void A_drawdown_over_the_limit_stops_the_bot_with_an_alert()
    {
        var rig = new CycleRig(settings => settings with
        {
            OnStop = OnStop.Close,
            Risk = settings.Risk with { MaximumDrawdown = 0.01m, MaximumLossPerTrade = 0.10m, MaximumDailyLoss = 100_000m },
        });
        rig.Flat(100, rig.Long(stop: 80, share: 0.30m));
        rig.Flat(100);

        rig.Flat(90);
        rig.Flat(90);

        Assert.Equal(EntryBlock.Drawdown, rig.State.Block);
        Assert.Equal(BotStatus.Stopped, rig.State.Status);
        Assert.Contains(rig.Journal.Of<Fact.AlertRaised>(), fact => fact.Alert.Code == "drawdown-stop");
    }

    [Fact]
    public void A_trailing_stop_follows_the_best_close()
    {
        var rig = new CycleRig(settings => settings with { Exits = new ExitOptions { TrailingStop = 0.05m } });
        rig.Flat(100, rig.Long(stop: 90));
        rig.Flat(100);
        rig.Flat(120);

        rig.Flat(115);
        Assert.NotNull(rig.Position);
        rig.Flat(113);
        rig.Flat(113);

        Assert.Null(rig.Position);
        Assert.StartsWith("Trailing stop", rig.Journal.Of<Fact.TradeClosed>().Single().Trade.ExitReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_stop_ends_a_position_that_goes_nowhere()
    {
        var rig = new CycleRig(settings => settings with { Exits = new ExitOptions { TimeStop = TimeSpan.FromMinutes(15) } });
        rig.Flat(100, rig.Long(stop: 90));

        for (var candle = 0; candle < 5; candle++)
        {
            rig.Flat(100);
        }

        Assert.Null(rig.Position);
    }

    [Fact]
    public void Every_refusal_is_recorded_with_its_code_and_numbers()
    {
        var rig = new CycleRig();

        rig.Flat(100, rig.Long(stop: 99.9));

        var decision = rig.Journal.Decisions.Single();
        Assert.Equal(DecisionVerdict.Refused, decision.Verdict);
        Assert.Equal("stop-too-close", decision.VerdictCode);
        Assert.Contains("0.1", decision.VerdictText, StringComparison.Ordinal);
        Assert.Equal(1, rig.State.Refusals);
    }

    [Fact]
    public void A_refusal_that_repeats_itself_is_recorded_once_and_counted_each_time()
    {
        var rig = new CycleRig();

        rig.Flat(100, rig.Long(stop: 99.9));
        rig.Flat(100, rig.Long(stop: 99.9));
        rig.Flat(100, rig.Long(stop: 99.8));
        Assert.Single(rig.Journal.Decisions);
        rig.Flat(100, rig.Long(stop: 60));

        Assert.Equal(["stop-too-close", "stop-too-far"], rig.Journal.Decisions.Select(decision => decision.VerdictCode));
        Assert.Equal(4, rig.State.Refusals);
    }

    [Fact]
    public void An_entry_that_needs_several_candles_of_volume_stays_protected_for_what_it_has()
    {
        var rig = new CycleRig();
        rig.Flat(100, rig.Long(stop: 96));

        rig.CandleOf(100, 100, 100, 100, 30);
        Assert.Equal(3m, rig.Position!.Quantity.Value);
        Assert.Equal(3m, rig.Order(OrderPurpose.ProtectiveStop)!.Intent.Quantity.Value);
        rig.CandleOf(100, 100, 100, 100, 1_000);

        Assert.Equal(rig.Position!.Quantity, rig.Order(OrderPurpose.ProtectiveStop)!.Intent.Quantity);
        Assert.True(rig.Position.Quantity.Value > 3m);
    }

    [Fact]
    public void Two_entries_of_one_cycle_are_not_blind_to_each_other()
    {
        var rig = new CycleRig();

        rig.Flat(100, rig.Long(stop: 96), rig.Long(stop: 96));
        rig.Flat(100);

        Assert.Equal([DecisionVerdict.Approved, DecisionVerdict.Refused], rig.Journal.Decisions.Select(decision => decision.Verdict));
        Assert.Single(rig.Journal.Of<Fact.OrderFilled>());
    }

    [Fact]
    public void An_entry_without_a_stop_gets_the_default_one()
    {
        var rig = new CycleRig();

        rig.Flat(100, rig.Long());
        rig.Flat(100);

        Assert.Equal(95m, rig.Order(OrderPurpose.ProtectiveStop)!.Intent.StopPrice!.Value.Value);
    }

    [Fact]
    public void Funding_moves_cash_at_its_times()
    {
        var rig = new CycleRig(symbol: CycleRig.BitcoinPerpetual);
        rig.Flat(100, rig.Long(stop: 90));
        for (var candle = 0; candle < 100; candle++)
        {
            rig.Flat(100);
        }

        var payment = rig.Journal.Of<Fact.CashBooked>().Single().Booking;
        Assert.Equal(CycleRig.Start.AddHours(8), payment.At);
        Assert.Equal(-(rig.Position!.Quantity.Value * 100m * 0.0001m), payment.Amount);
        Assert.Equal(-payment.Amount, rig.State.Account.Totals.Funding);
    }

    [Fact]
    public void Who_holds_at_the_funding_time_pays_then_also_where_he_entered_only_in_the_candle_before()
    {
        var rig = new CycleRig(symbol: CycleRig.BitcoinPerpetual);
        for (var candle = 0; candle < 94; candle++)
        {
            rig.Flat(100);
        }

        rig.Flat(100, rig.Long(stop: 90));
        rig.Flat(100);

        Assert.Equal(CycleRig.Start.AddHours(8), rig.Now);
        Assert.Equal(rig.Now, rig.Journal.Of<Fact.CashBooked>().Single().Booking.At);
    }

    [Fact]
    public void Both_halves_of_a_flip_are_sized_by_the_same_rule()
    {
        var rig = new CycleRig(
            settings => settings with { Timeframe = Timeframe.OneHour, Sizing = new SizingOptions.VolatilityTarget { Target = 0.001m } },
            CycleRig.BitcoinPerpetual);
        for (var hour = 0; hour < 200; hour++)
        {
            Hour(rig);
        }

        Hour(rig, rig.Long(stop: 96));
        Hour(rig, rig.Close(), rig.Short(stop: 104));
        Hour(rig);

        var sizes = rig.Journal.Of<Fact.OrderFilled>().Where(fact => fact.Purpose == OrderPurpose.Entry).Select(fact => fact.Trade.Quantity.Value).ToArray();
        Assert.Equal(2, sizes.Length);
        Assert.InRange(sizes[1], sizes[0] * 0.99m, sizes[0] * 1.01m);

        static void Hour(CycleRig rig, params Signal[] propose)
        {
            for (var candle = 0; candle < 12; candle++)
            {
                rig.Candle(100, 101, 99, 100, candle == 11 ? propose : []);
            }
        }
    }

    [Fact]
    public void Equity_is_recorded_on_change_and_every_quarter_of_an_hour()
    {
        var rig = new CycleRig();
        for (var candle = 0; candle < 12; candle++)
        {
            rig.Flat(100);
        }

        var points = rig.Journal.Of<Fact.EquityMarked>().Select(fact => fact.Point.At.Minute).ToArray();
        Assert.Equal([5, 15, 30, 45, 0], points);
    }
}
