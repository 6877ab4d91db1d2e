using BotCluster.Trading.Paper;

namespace BotCluster.Trading.Tests.Paper;

public sealed class PaperVenueTests
{
    // open high low close volume
    [Fact]
    public void Fills_a_market_order_at_the_next_open_with_slippage_against_us() => PaperScript.Check("""
        place long entry buy market 1
        candle 100 101 99 100 1000
        > long buys 1 at 100.1, taker fee 0.05005
        > long is Filled with 1
        place out exit sell market 1
        candle 100.01 101 99 100 1000
        > out sells 1 at 99.9, taker fee 0.04995
        > out is Filled with 1
        held
        > nothing is held
        """);

    [Fact]
    public void Never_fills_at_an_open_that_was_over_when_the_order_came() => PaperScript.Check("""
        open 100 101 99 100 1000
        place late entry buy market 1
        again
        rest
        candle 102 103 101 102 1000
        > late buys 1 at 102.11, taker fee 0.05106
        > late is Filled with 1
        """);

    [Fact]
    public void Fills_a_limit_only_where_the_market_trades_through_it() => PaperScript.Check("""
        place long entry buy limit 95 1
        candle 100 101 95 100 1000
        candle 100 101 94.99 100 1000
        > long buys 1 at 95, maker fee 0.019
        > long is Filled with 1
        place out target sell limit 105 1
        candle 100 105 99 100 1000
        candle 100 105.01 99 100 1000
        > out sells 1 at 105, maker fee 0.021
        > out is Filled with 1
        """);

    [Fact]
    public void Fills_a_waiting_limit_at_the_open_where_the_candle_gaps_beyond_it() => PaperScript.Check("""
        place long entry buy limit 95 1
        candle 95 96 95 96 1000
        candle 93.5 96 93 95 1000
        > long buys 1 at 93.5, maker fee 0.0187
        > long is Filled with 1
        """);

    [Fact]
    public void Takes_at_the_open_with_a_limit_beyond_the_market_but_never_beyond_the_limit() => PaperScript.Check("""
        price 100
        place long entry buy limit 100.05 1
        candle 100 101 99 100 1000
        > long buys 1 at 100.05, taker fee 0.05003
        > long is Filled with 1
        place more entry buy limit 102 1
        candle 100 101 99 100 1000
        > more buys 1 at 100.1, taker fee 0.05005
        > more is Filled with 1
        """);

    [Fact]
    public void Turns_a_touched_stop_into_a_market_order_at_its_price() => PaperScript.Check("""
        place long entry buy market 1
        open 100 101 95 96 1000
        > long buys 1 at 100.1, taker fee 0.05005
        > long is Filled with 1
        place stop stop sell stop 95 1
        rest
        > stop sells 1 at 94.9, taker fee 0.04745
        > stop is Filled with 1
        """);

    [Fact]
    public void Fills_a_stop_at_the_open_that_gapped_beyond_it() => PaperScript.Check("""
        place short entry sell market 1
        candle 100 101 95 96 1000
        > short sells 1 at 99.9, taker fee 0.04995
        > short is Filled with 1
        place stop stop buy stop 105 1
        candle 96 104.99 95 104 1000
        candle 110 112 104 105 1000
        > stop buys 1 at 110.11, taker fee 0.05506
        > stop is Filled with 1
        """);

    [Fact]
    public void Fills_a_stop_that_was_placed_beyond_the_market_where_the_market_is() => PaperScript.Check("""
        place long entry buy market 1
        open 90 101 89 96 1000
        > long buys 1 at 90.09, taker fee 0.04505
        > long is Filled with 1
        place stop stop sell stop 95 1
        rest
        > stop sells 1 at 89.91, taker fee 0.04496
        > stop is Filled with 1
        """);

    [Fact]
    public void Takes_the_stop_first_where_a_candle_touches_stop_and_target() => PaperScript.Check("""
        place long entry buy market 2
        open 100 120 90 110 1000
        > long buys 2 at 100.1, taker fee 0.1001
        > long is Filled with 2
        place target target sell limit 110 2
        place stop stop sell stop 95 2
        rest
        > stop sells 2 at 94.9, taker fee 0.0949
        > stop is Filled with 2
        > target is Cancelled with 0
        held
        > nothing is held
        list
        """);

    [Fact]
    public void Leaves_to_the_target_what_the_stop_could_not_close() => PaperScript.Check("""
        place long entry buy market 2
        candle 100 101 99 100 1000
        > long buys 2 at 100.1, taker fee 0.1001
        > long is Filled with 2
        place target target sell limit 110 2
        place stop stop sell stop 95 2
        candle 100 101 95 96 15
        > stop sells 1.5 at 94.9, taker fee 0.07118
        list
        > target is Open with 0
        > stop is PartiallyFilled with 1.5
        candle 96 111 96 110 10
        > stop sells 0.5 at 95.9, taker fee 0.02398
        > stop is Filled with 2
        > target is Cancelled with 0
        """);

    [Fact]
    public void Shrinks_the_stop_by_what_the_target_closed() => PaperScript.Check("""
        place long entry buy market 2
        candle 100 101 99 100 1000
        > long buys 2 at 100.1, taker fee 0.1001
        > long is Filled with 2
        place target target sell limit 110 2
        place stop stop sell stop 95 2
        candle 100 111 99 110 15
        > target sells 1.5 at 110, maker fee 0.033
        candle 94 95 93 94 1000
        > stop sells 0.5 at 93.9, taker fee 0.02348
        > stop is Filled with 0.5
        > target is Cancelled with 1.5
        held
        > nothing is held
        """);

    [Fact]
    public void Lets_two_partial_exits_close_what_one_stop_guards() => PaperScript.Check("""
        place long entry buy market 2
        candle 100 101 99 100 1000
        > long buys 2 at 100.1, taker fee 0.1001
        > long is Filled with 2
        place stop stop sell stop 95 2
        place half exit sell market 1
        place rest exit sell market 1
        candle 100 101 99 100 1000
        > half sells 1 at 99.9, taker fee 0.04995
        > rest sells 1 at 99.9, taker fee 0.04995
        > half is Filled with 1
        > rest is Filled with 1
        > stop is Cancelled with 0
        """);

    [Fact]
    public void Trades_a_tenth_of_the_volume_and_the_rest_on_later_candles() => PaperScript.Check("""
        place long entry buy market 2
        candle 100 101 99 100 9.999
        > long buys 0.999 at 100.1, taker fee 0.05
        candle 100 101 99 100 0
        candle 102 103 99 100 1000
        > long buys 1.001 at 102.11, taker fee 0.05111
        > long is Filled with 2
        """);

    [Fact]
    public void Counts_both_halves_of_a_candle_and_a_repeated_half_as_one_volume() => PaperScript.Check("""
        place long entry buy market 1
        place more entry buy market 1
        open 100 101 90 95 15
        > long buys 1 at 100.1, taker fee 0.05005
        > more buys 0.5 at 100.1, taker fee 0.02503
        > long is Filled with 1
        again
        place stop stop sell stop 95 1.5
        rest
        list
        > more is PartiallyFilled with 0.5
        > stop is Open with 0
        """);

    [Fact]
    public void Keeps_a_stop_triggered_that_met_no_volume() => PaperScript.Check("""
        place long entry buy market 1
        candle 100 101 99 100 1000
        > long buys 1 at 100.1, taker fee 0.05005
        > long is Filled with 1
        place stop stop sell stop 95 1
        candle 95 95 95 95 0
        candle 97 98 96 97 1000
        > stop sells 1 at 96.9, taker fee 0.04845
        > stop is Filled with 1
        """);

    [Fact]
    public void Ends_what_must_trade_at_once_at_the_first_open() => PaperScript.Check("""
        place some entry buy market 2 ImmediateOrCancel
        place all entry buy market 2 FillOrKill
        place low entry buy limit 99 1 ImmediateOrCancel
        candle 100 101 98 100 15
        > some buys 1.5 at 100.1, taker fee 0.07508
        > some is Expired with 1.5
        > all is Expired with 0
        > low is Expired with 0
        place all entry buy market 2 FillOrKill
        candle 100 101 98 100 20
        > all buys 2 at 100.1, taker fee 0.1001
        > all is Filled with 2
        """);

    [Fact]
    public void Answers_questions_and_cancels_out_of_the_book() => PaperScript.Check("""
        place long entry buy limit 95 2
        ask long
        > long is Open with 0
        candle 100 101 94 100 10
        > long buys 1 at 95, maker fee 0.019
        ask long
        > long is PartiallyFilled with 1
        cancel long
        > long is Cancelled with 1
        ask long
        > long is not known
        cancel long
        > long is not open
        """);

    [Fact]
    public void Refuses_what_an_exchange_would_refuse() => PaperScript.Check("""
        place late entry buy market 1 expired
        > late is refused: The order expired at 2024-01-31 23:59:59Z, and it is 2024-02-01 00:00:00Z.
        place dust entry buy market 0.0005
        > dust is refused: The quantity 0.0005 is not a multiple of the lot 0.001.
        place nothing entry buy market 0
        > nothing is refused: The quantity is zero.
        place off entry buy limit 95.001 1
        > off is refused: The limit price 95.001 is not a multiple of the tick 0.01.
        place off entry buy stop 105.001 1
        > off is refused: The stop price 105.001 is not a multiple of the tick 0.01.
        place small entry buy market 0.049
        > small is refused: The order is worth 4.9, less than the minimum of 5.
        place small entry buy limit 50 0.099
        > small is refused: The order is worth 4.95, less than the minimum of 5.
        place now entry buy limit 100 1 PostOnly
        > now is refused: The order is post-only and its limit 100 would trade at once at 100.
        place market entry buy market 1 PostOnly
        > market is refused: Only a limit order can be post-only.
        place out exit sell market 1
        > out is refused: The order only reduces, and nothing of BTC-USDT-PERP is held.
        price unknown
        place blind entry buy market 1
        > blind is refused: There is no price of BTC-USDT-PERP yet.
        symbol BTC-USDT
        price 100
        place short entry sell market 1
        > short is refused: BTC-USDT cannot be sold short.
        symbol DOGE-USDT
        place what entry buy market 1
        > what is refused: DOGE-USDT is not traded here.
        """);

    [Fact]
    public void Refuses_a_reduction_of_more_than_is_held_or_of_the_other_side_but_takes_one_under_the_minimum() => PaperScript.Check("""
        place long entry buy market 1
        candle 100 101 99 100 1000
        > long buys 1 at 100.1, taker fee 0.05005
        > long is Filled with 1
        place more exit sell market 1.001
        > more is refused: The order only reduces, and 1.001 is more than the 1 that is held.
        place wrong exit buy market 1
        > wrong is refused: A Buy does not reduce a Long position.
        place little exit sell market 0.001
        candle 100 101 99 100 1000
        > little sells 0.001 at 99.9, taker fee 0.00005
        > little is Filled with 0.001
        """);

    [Fact]
    public void Takes_a_post_only_order_that_waits() => PaperScript.Check("""
        place long entry buy limit 99.99 1 PostOnly
        candle 100 101 99 100 1000
        > long buys 1 at 99.99, maker fee 0.02
        > long is Filled with 1
        """);

    [Theory]
    [InlineData(-0.01, 0.1, "slippage is -0.01: 0 to 0.05 (5 %) is allowed.")]
    [InlineData(0.06, 0.1, "slippage is 0.06: 0 to 0.05 (5 %) is allowed.")]
    [InlineData(0.01, 0, "participation is 0: above 0 and up to 1 (the whole volume) is allowed.")]
    [InlineData(0.01, 1.5, "participation is 1.5: above 0 and up to 1 (the whole volume) is allowed.")]
    public void Names_what_is_wrong_with_its_options(double slippage, double participation, string message) =>
        Assert.Equal([message], new FillOptions { Slippage = (decimal)slippage, Participation = (decimal)participation }.Violations());

    [Fact]
    public void Finds_nothing_wrong_with_the_default_options() => Assert.Empty(FillOptions.Default.Violations());
}
