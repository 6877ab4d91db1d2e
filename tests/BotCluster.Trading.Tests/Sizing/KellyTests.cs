using BotCluster.Trading.Markets;
using BotCluster.Trading.Sizing;
using BotCluster.Trading.Tests.Risk;

namespace BotCluster.Trading.Tests.Sizing;

public sealed class KellyTests
{
    [Theory]
    [InlineData(10, 0.10, 10, -0.05, 0.0625)] // f = (0.5 × 0.10 − 0.5 × 0.05) / 0.10 = 0.25, and a quarter of it
    [InlineData(8, 0.10, 12, -0.04, 0.04)] // f = (0.4 × 0.10 − 0.6 × 0.04) / 0.10 = 0.16
    [InlineData(20, 0.10, 0, 0, 0.25)] // f = 1: all wins
    [InlineData(39, 0.10, 1, -0.01, 0.243125)]
    public void A_quarter_of_kelly_is_put_up(int wins, double win, int losses, double loss, double share) =>
        Assert.Equal((decimal)share, Share(new SizingOptions.Kelly(), wins, win, losses, loss));

    [Theory]
    [InlineData(10, 0.05, 10, -0.05)] // f = 0 exactly
    [InlineData(10, 0.05, 10, -0.06)]
    [InlineData(0, 0.05, 20, -0.06)]
    [InlineData(0, 0.05, 20, 0)]
    public void Without_an_edge_there_is_no_trade(int wins, double win, int losses, double loss)
    {
        var decision = Assert.IsType<SizingDecision.NoEdge>(Decide(new SizingOptions.Kelly(), wins, win, losses, loss));

        Assert.True(decision.Kelly <= 0);
        Assert.Equal((20, "no-edge"), (decision.Trades, decision.Code));
    }

    [Theory]
    [InlineData(0, 0, 0.10)]
    [InlineData(10, 9, 0.10)]
    [InlineData(6, 13, 0.10)] // 31.6 % won
    [InlineData(5, 14, 0.05)] // 26.3 % won
    public void Under_twenty_trades_the_base_decides_and_a_low_win_rate_halves_it(int wins, int losses, double share) =>
        Assert.Equal((decimal)share, Share(new SizingOptions.Kelly(), wins, 0.02, losses, -0.05));

    [Fact]
    public void The_base_that_is_halved_is_the_modes_where_it_proposes_one()
    {
        var decision = Sizer.Size(new SizingOptions.Kelly(), Input(5, 0.02, 14, -0.05) with { ProposedShare = 0.04m });

        Assert.Equal(0.02m, Assert.IsType<SizingDecision.Sized>(decision).Share);
    }

    [Theory]
    [InlineData(5, 0.50, 15, -0.01, 0.05)] // f = 0.22, a quarter 0.055: more than half the base
    [InlineData(5, 0.10, 15, -0.02, 0.025)] // f = 0.10
    public void A_low_win_rate_never_puts_up_more_than_half_the_base(int wins, double win, int losses, double loss, double share) =>
        Assert.Equal((decimal)share, Share(new SizingOptions.Kelly(), wins, win, losses, loss));

    [Fact]
    public void The_cap_holds_for_the_whole_of_kelly() => Assert.Equal(
        0.25m, Share(new SizingOptions.Kelly { Fraction = 1m }, 20, 0.10, 20, -0.01));

    [Fact]
    public void Trades_of_more_than_ninety_days_ago_do_not_count()
    {
        var input = Input(10, 0.10, 10, -0.05) with { Now = Given.Noon.AddDays(91) };

        Assert.Equal(0.10m, Assert.IsType<SizingDecision.Sized>(Sizer.Size(new SizingOptions.Kelly(), input)).Share);
    }

    private static decimal Share(SizingOptions options, int wins, double win, int losses, double loss) =>
        Math.Round(Assert.IsType<SizingDecision.Sized>(Decide(options, wins, win, losses, loss)).Share, 10);

    private static SizingDecision Decide(SizingOptions options, int wins, double win, int losses, double loss) =>
        Sizer.Size(options, Input(wins, win, losses, loss));

    private static SizingInput Input(int wins, double win, int losses, double loss) => new()
    {
        Now = Given.Noon,
        Equity = 10_000m,
        Instrument = Given.Instrument(),
        Price = new Price(100m),
        Outcomes = [.. Given.Outcomes(Given.Perpetual, [.. Enumerable.Repeat(win, wins), .. Enumerable.Repeat(loss, losses)])],
    };
}
