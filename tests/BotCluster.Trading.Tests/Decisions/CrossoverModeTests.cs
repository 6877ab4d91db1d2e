using BotCluster.Trading.Accounts;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Decisions;

public sealed class CrossoverModeTests
{
    // SMA 1 is the close, SMA 2 the mean of two: a rise puts the fast one above, a fall below.
    private static readonly CrossoverOptions Options = new() { Average = MovingAverage.Sma, Fast = 1, Slow = 2 };

    [Fact]
    public void Enters_long_on_a_fresh_cross_only()
    {
        var desk = At(Options, 100, 90, 95, 99);

        Assert.Equal(Direction.Long, Assert.IsType<Signal.Enter>(Assert.Single(desk.Decide(2))).Direction);
        Assert.Empty(desk.Decide(3));
    }

    [Fact]
    public void Closes_a_long_and_stays_flat_where_shorts_are_not_wanted()
    {
        var desk = At(Options, 90, 100, 95);
        desk.View.Position = Long();

        Assert.IsType<Signal.Close>(Assert.Single(desk.Decide(2)));
    }

    [Fact]
    public void Closes_a_position_also_where_the_cross_itself_was_missed()
    {
        var desk = At(Options, 90, 100, 95, 90);
        desk.View.Position = Long();

        Assert.IsType<Signal.Close>(Assert.Single(desk.Decide(3)));
    }

    [Fact]
    public void Turns_around_on_a_cross_where_both_sides_are_wanted()
    {
        var desk = At(Options with { Sides = TradedSides.Both }, 90, 100, 95);
        desk.View.Position = Long();

        var signals = desk.Decide(2);

        Assert.IsType<Signal.Close>(signals[0]);
        Assert.Equal(Direction.Short, Assert.IsType<Signal.Enter>(signals[1]).Direction);
        Assert.Equal(2, signals.Count);
    }

    [Fact]
    public void Enters_at_once_where_it_is_always_in_the_market()
    {
        var desk = At(Options with { AlwaysInMarket = true }, 90, 95, 99, 101);

        Assert.Equal(Direction.Long, Assert.IsType<Signal.Enter>(Assert.Single(desk.Decide(3))).Direction);
    }

    [Fact]
    public void Enters_no_short_where_the_venue_offers_none()
    {
        var desk = At(Options with { Sides = TradedSides.Both }, 90, 100, 95);
        desk.CanShort = false;

        Assert.Empty(desk.Decide(2));
    }

    [Fact]
    public void Puts_stop_and_target_on_the_right_sides()
    {
        var options = Options with { Sides = TradedSides.Both, Stop = 0.02m, Target = 0.05m };

        var up = Assert.IsType<Signal.Enter>(At(options, 100, 90, 100).Decide(2)[0]);
        var down = Assert.IsType<Signal.Enter>(At(options, 90, 110, 100).Decide(2)[0]);

        Assert.Equal((98.0, 105.0), (Math.Round(up.Stop!.Value, 9), Math.Round(up.Target!.Value, 9)));
        Assert.Equal((102.0, 95.0), (Math.Round(down.Stop!.Value, 9), Math.Round(down.Target!.Value, 9)));
    }

    [Fact]
    public void Leaves_the_stop_to_the_bot_where_it_has_none()
    {
        Assert.Null(Assert.IsType<Signal.Enter>(At(Options, 100, 90, 95).Decide(2)[0]).Stop);
    }

    [Fact]
    public void Names_the_averages_with_their_figures()
    {
        Assert.Equal("SMA 1 (95) crossed above SMA 2 (92.5)", At(Options, 100, 90, 95).Decide(2)[0].Reason);
    }

    [Fact]
    public void Equal_averages_say_nothing()
    {
        var desk = At(Options with { AlwaysInMarket = true }, 100, 100, 100);

        Assert.Empty(desk.Decide(2));
    }

    private static Desk At(CrossoverOptions options, params double[] closes)
    {
        var board = Desk.Board();
        var desk = new Desk(options, board);
        var at = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (var close in closes)
        {
            board.Append(Desk.Bitcoin, Timeframe.OneHour, new Candle(at, close, close, close, close, 1));
            at = at.AddHours(1);
        }

        return desk;
    }

    private static Position Long() =>
        Desk.Opened(new Signal.Enter(Desk.Bitcoin, Direction.Long, 1, "test"), Desk.HalfYear[0]);
}
