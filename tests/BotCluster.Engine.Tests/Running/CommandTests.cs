using BotCluster.Engine.Bots;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Tests.Running;

/// <summary>What commands do beyond the status they leave behind.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task Money_can_be_put_in_where_margins_and_losses_left_nothing_free()
    {
        var rig = await RunnerRig.MakeAsync(
            settings => settings with
            {
                Budget = 1_000m,
                Risk = settings.Risk with { MaximumDrawdown = 0.9m, MaximumDailyLoss = 100_000m, MaximumLossPerTrade = 0.2m, MaximumLongShare = 0.5m },
            },
            "BTC-USDT-PERP");
        await rig.TellAsync(new BotCommand.Start());
        await rig.FlatAsync();
        await rig.EnterAsync(0.5m);
        await rig.FlatAsync();
        rig.State.Account.PayFunding(rig.Settings.Symbols[0], 700m);

        Assert.Equal("insufficient-cash", await rig.RefusalOfAsync(new BotCommand.ChangeBudget(-1m)));
        Assert.Null(await rig.RefusalOfAsync(new BotCommand.ChangeBudget(100m)));
        Assert.Equal(1_100m, rig.Settings.Budget);
    }

    [Fact]
    public async Task Money_that_an_entry_on_its_way_will_need_cannot_be_taken_out()
    {
        var rig = await RunnerRig.MakeAsync();
        await rig.TellAsync(new BotCommand.Start());
        await rig.FlatAsync();
        await rig.EnterAsync(0.3m);
        Assert.NotNull(rig.Order(OrderPurpose.Entry));

        Assert.Equal("insufficient-cash", await rig.RefusalOfAsync(new BotCommand.ChangeBudget(-9_000m)));
        Assert.Null(await rig.RefusalOfAsync(new BotCommand.ChangeBudget(-5_000m)));
        await rig.FlatAsync();

        Assert.True(rig.State.Account.Cash >= 0m);
    }

    [Fact]
    public async Task Closing_by_hand_closes_all_of_it_also_while_the_entry_still_fills()
    {
        var rig = await RunnerRig.MakeAsync();
        await rig.TellAsync(new BotCommand.Start());
        await rig.FlatAsync();
        await rig.EnterAsync();
        await rig.FlatAsync(volume: 30);

        await rig.TellAsync(new BotCommand.ClosePosition(null));
        await rig.FlatAsync();

        Assert.True(rig.State.Account.IsFlat);
        Assert.Empty(rig.State.Orders);
    }

    [Fact]
    public async Task A_flip_that_waits_is_forgotten_for_good_when_all_is_cancelled()
    {
        var rig = await RunnerRig.MakeAsync(symbol: "BTC-USDT-PERP");
        await rig.TellAsync(new BotCommand.Start());
        await rig.FlatAsync();
        await rig.EnterAsync();
        await rig.FlatAsync();
        await rig.EnterAsync(direction: Direction.Short);
        Assert.Single(rig.State.Deferred);

        await rig.TellAsync(new BotCommand.CancelAll());
        await rig.RestoreAsync();

        Assert.Empty(rig.State.Deferred);
    }

    [Fact]
    public async Task Closing_by_hand_ends_a_flip_half_way()
    {
        var rig = await RunnerRig.MakeAsync(symbol: "BTC-USDT-PERP");
        await rig.TellAsync(new BotCommand.Start());
        await rig.FlatAsync();
        await rig.EnterAsync();
        await rig.FlatAsync();
        await rig.EnterAsync(direction: Direction.Short);

        await rig.TellAsync(new BotCommand.ClosePosition(null));
        await rig.FlatAsync();
        await rig.FlatAsync();

        Assert.True(rig.State.Account.IsFlat);
    }

    [Fact]
    public async Task A_bot_one_of_whose_symbols_is_no_longer_listed_takes_commands_and_turns()
    {
        var rig = await RunnerRig.MakeAsync(
            settings => settings with { Symbols = [Symbol.Parse("BTC-USDT"), Symbol.Parse("GONE-USDT")] });
        await rig.TellAsync(new BotCommand.Start());
        await rig.FlatAsync();
        await rig.EnterAsync();
        await rig.FlatAsync();

        Assert.NotNull(rig.Order(OrderPurpose.ProtectiveStop));
        Assert.Null(rig.Missed());
        Assert.Null(await rig.RefusalOfAsync(new BotCommand.Stop()));
    }

    [Fact]
    public async Task A_bot_that_died_between_the_halves_of_a_candle_goes_on_at_that_candle_and_not_before_it()
    {
        var rig = await RunnerRig.MakeAsync();
        await rig.TellAsync(new BotCommand.Start());
        await rig.FlatAsync();
        await rig.EnterAsync();
        rig.Store.AccidentAt = rig.Store.Commits + 1;
        rig.Store.Accident = Accident.LandedUnanswered;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rig.FlatAsync());

        await rig.RestoreAsync();
        await rig.TellAsync(new BotCommand.CancelAll());

        Assert.NotNull(rig.Order(OrderPurpose.ProtectiveStop));
        var seen = DateTimeOffset.MinValue;
        foreach (var fact in rig.Store.Facts.OfType<Fact.OrderChanged>())
        {
            Assert.True(fact.At >= seen, $"{fact.Order.Intent.Purpose} {fact.Order.Status} at {fact.At:t}, after {seen:t}");
            seen = fact.At;
        }
    }
}
