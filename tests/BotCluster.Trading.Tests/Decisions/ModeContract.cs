using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Decisions;

/// <summary>What every mode must fulfil.</summary>
public sealed class ModeContract
{
    public static TheoryData<ModeOptions> Modes =>
    [
        new CrossoverOptions(),
        new CrossoverOptions { Average = MovingAverage.Sma, Fast = 5, Slow = 20, Sides = TradedSides.Both, AlwaysInMarket = true },
        new IndicatorOptions(),
        new IndicatorOptions { Preset = IndicatorPreset.Strict },
        new TrinityOptions(),
        new TrinityOptions { Preset = TrinityPreset.Weighted },
    ];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Holds_while_its_indicators_are_cold(ModeOptions options)
    {
        var board = Desk.Board();
        var desk = new Desk(options, board);
        board.Append(Desk.Bitcoin, Timeframe.OneHour, Desk.HalfYear[0]);

        Assert.Empty(desk.Decide(0));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Decides_the_same_whether_the_future_is_known_or_not(ModeOptions options)
    {
        Assert.Equal(Desk.Run(options, Desk.HalfYear).Summary, Desk.RunAfterwards(options, Desk.HalfYear).Summary);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Allocates_nothing_while_it_holds(ModeOptions options)
    {
        var board = Desk.Board();
        var desk = new Desk(options, board);
        desk.View.Position = Desk.Opened(new Signal.Enter(Desk.Bitcoin, Direction.Long, 1, "test"), Desk.HalfYear[0]);
        var holds = new List<long>();
        foreach (var candle in Desk.HalfYear)
        {
            board.Append(Desk.Bitcoin, Timeframe.OneHour, candle);
        }

        for (var sequence = 0L; sequence < Desk.HalfYear.Count; sequence++)
        {
            if (desk.Decide(sequence).Count == 0)
            {
                holds.Add(sequence);
            }
        }

        Assert.True(holds.Count > 1500, $"It held {holds.Count} times only.");
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var sequence in holds)
        {
            desk.Decide(sequence);
        }

        // Walking the list of holds costs nothing either.
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Its_defaults_are_within_their_own_bounds(ModeOptions options)
    {
        Assert.Empty(options.Validate(Desk.Settings(options)));
        Assert.Equal(options.GetType(), DecisionModes.OptionsByKind[options.Kind]);
        Assert.True(options.WarmUpCandles > 0);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Proposes_no_entry_while_one_is_pending(ModeOptions options)
    {
        var board = Desk.Board();
        var desk = new Desk(options, board);
        foreach (var candle in Desk.HalfYear)
        {
            board.Append(Desk.Bitcoin, Timeframe.OneHour, candle);
        }

        desk.View.HasPendingEntry = true;
        for (var sequence = 0L; sequence < Desk.HalfYear.Count; sequence++)
        {
            Assert.Empty(desk.Decide(sequence));
        }
    }
}
