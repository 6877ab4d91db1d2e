using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

public sealed class RiskBookkeepingTests
{
    private static readonly RiskLimits Limits = new();

    [Fact]
    public void The_first_turn_begins_the_day_and_sets_the_peak()
    {
        var counters = new RiskCounters();

        RiskBookkeeping.Advance(counters, 500m, Limits, Given.Noon);

        Assert.Equal(
            (new DateOnly(2026, 3, 10), 500m, 500m, 500m),
            (counters.Day, counters.DayStartEquity, counters.PeakEquity, counters.LastEquity));
    }

    [Fact]
    public void A_new_utc_day_starts_its_own_figures()
    {
        var counters = Given.Counters();
        counters.TradesToday = 7;
        counters.DailyLossReached = true;

        // Still the tenth in UTC, though not in Tokyo; then the first instant of the eleventh.
        RiskBookkeeping.Advance(counters, 9_990m, Limits, new DateTimeOffset(2026, 3, 11, 8, 59, 59, TimeSpan.FromHours(9)));
        Assert.Equal((7, 10_000m, true), (counters.TradesToday, counters.DayStartEquity, counters.DailyLossReached));

        RiskBookkeeping.Advance(counters, 9_990m, Limits, new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal((0, 9_990m, false), (counters.TradesToday, counters.DayStartEquity, counters.DailyLossReached));
    }

    [Fact]
    public void A_day_cannot_begin_while_the_equity_is_unknown()
    {
        var counters = Given.Counters();

        RiskBookkeeping.Advance(counters, null, Limits, Given.Noon.AddDays(1));

        Assert.Equal(DateOnly.FromDateTime(Given.Noon.UtcDateTime), counters.Day);
    }

    [Fact]
    public void A_higher_equity_is_the_new_peak_and_forgets_the_warning()
    {
        var counters = Given.Counters();
        counters.DrawdownWarned = true;

        RiskBookkeeping.Advance(counters, 9_999m, Limits, Given.Noon);
        Assert.Equal((10_000m, true), (counters.PeakEquity, counters.DrawdownWarned));

        RiskBookkeeping.Advance(counters, 10_001m, Limits, Given.Noon);
        Assert.Equal((10_001m, false), (counters.PeakEquity, counters.DrawdownWarned));
    }

    [Fact]
    public void An_entry_counts_for_the_day()
    {
        var counters = Given.Counters();

        RiskBookkeeping.EntrySent(counters);
        RiskBookkeeping.EntrySent(counters);

        Assert.Equal(2, counters.TradesToday);
    }

    [Fact]
    public void An_outcome_is_the_net_profit_on_the_margin_and_only_the_latest_are_kept()
    {
        var counters = Given.Counters();
        for (var trade = 0; trade < RiskCounters.MostOutcomes + 5; trade++)
        {
            var closed = Closed.At(Given.Noon.AddHours(trade), trade) with { Fees = 1m, Funding = 2m };
            RiskBookkeeping.TradeClosed(counters, closed, false, Timeframe.OneHour, Limits);
        }

        Assert.Equal(RiskCounters.MostOutcomes, counters.Outcomes.Count);
        Assert.Equal((0.02, 0.41), (Math.Round(counters.Outcomes[0].Return, 9), Math.Round(counters.Outcomes[^1].Return, 9)));
    }

    [Theory]
    [InlineData("1h", 4)]
    [InlineData("5m", 4)]
    [InlineData("1d", 2)]
    public void A_stop_rests_its_symbol_for_candles_of_the_bot(string timeframe, int candles)
    {
        var counters = Given.Counters();
        var frame = Timeframe.Parse(timeframe);

        RiskBookkeeping.TradeClosed(counters, Closed.At(Given.Noon, -5m), true, frame, new RiskLimits { CooldownCandles = candles });

        Assert.Equal(
            new SymbolLock(Given.Perpetual, Given.Noon + (candles * frame.Length), LockCause.Stop), Assert.Single(counters.Locks));
    }

    [Fact]
    public void A_loss_without_a_stop_and_a_stop_in_profit_rest_nobody()
    {
        var counters = Given.Counters();

        RiskBookkeeping.TradeClosed(counters, Closed.At(Given.Noon, -5m), false, Timeframe.OneHour, Limits);
        RiskBookkeeping.TradeClosed(counters, Closed.At(Given.Noon, 5m), true, Timeframe.OneHour, Limits);

        Assert.Empty(counters.Locks);
        Assert.Empty(counters.RecentStops);
    }

    [Theory]
    [InlineData(0, 23, true)]
    [InlineData(0, 24, false)]
    [InlineData(12, 23, true)]
    public void Three_stops_within_a_day_pause_for_twelve_hours(int second, int third, bool pauses)
    {
        var counters = Given.Counters();
        foreach (var hours in new[] { 0, second, third })
        {
            Assert.Null(counters.PausedUntil);
            RiskBookkeeping.TradeClosed(counters, Closed.At(Given.Noon.AddHours(hours), -1m), true, Timeframe.OneHour, Limits);
        }

        Assert.Equal(pauses ? Given.Noon.AddHours(third + 12) : null, counters.PausedUntil);
    }

    [Fact]
    public void A_symbol_with_four_trades_that_lost_on_the_whole_is_locked_for_a_day()
    {
        var counters = Given.Counters();
        decimal[] profits = [-5m, 4m, -2m];
        foreach (var profit in profits)
        {
            RiskBookkeeping.TradeClosed(counters, Closed.At(Given.Noon, profit), false, Timeframe.OneHour, Limits);
        }

        Assert.Empty(counters.Locks);

        RiskBookkeeping.TradeClosed(counters, Closed.At(Given.Noon, 1m), false, Timeframe.OneHour, Limits);

        Assert.Equal(
            new SymbolLock(Given.Perpetual, Given.Noon.AddDays(1), LockCause.Losses), Assert.Single(counters.Locks));
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(3, 0)]
    [InlineData(2.99, 1)]
    public void A_symbol_that_did_not_lose_stays_open(double last, int locks)
    {
        var counters = Given.Counters();
        decimal[] profits = [-5m, 4m, -2m, (decimal)last];
        foreach (var profit in profits)
        {
            RiskBookkeeping.TradeClosed(counters, Closed.At(Given.Noon, profit), false, Timeframe.OneHour, Limits);
        }

        Assert.Equal(locks, counters.Locks.Count);
    }

    [Fact]
    public void Trades_of_other_symbols_and_of_last_week_do_not_lock()
    {
        var counters = Given.Counters();
        for (var trade = 0; trade < 3; trade++)
        {
            RiskBookkeeping.TradeClosed(counters, Closed.At(Given.Noon, -5m), false, Timeframe.OneHour, Limits);
            RiskBookkeeping.TradeClosed(counters, Closed.At(Given.Noon, -5m, Given.Other), false, Timeframe.OneHour, Limits);
        }

        RiskBookkeeping.TradeClosed(counters, Closed.At(Given.Noon.AddDays(7), -5m), false, Timeframe.OneHour, Limits);

        Assert.Empty(counters.Locks);
    }

    [Fact]
    public void What_ran_out_is_forgotten()
    {
        var counters = Given.Counters();
        counters.PausedUntil = Given.Noon.AddHours(1);
        counters.RecentStops.AddRange([Given.Noon.AddHours(-23), Given.Noon.AddHours(-1)]);
        counters.Locks.Add(new SymbolLock(Given.Perpetual, Given.Noon.AddHours(1), LockCause.Stop));
        counters.Locks.Add(new SymbolLock(Given.Perpetual, Given.Noon.AddHours(2), LockCause.Losses));

        RiskBookkeeping.Advance(counters, null, Limits, Given.Noon.AddHours(1));

        Assert.Null(counters.PausedUntil);
        Assert.Equal(Given.Noon.AddHours(-1), Assert.Single(counters.RecentStops));
        Assert.Equal(LockCause.Losses, Assert.Single(counters.Locks).Cause);
    }

    [Theory]
    [InlineData(10_000, 10_000, 5_000)]
    [InlineData(10_000, 9_000, 5_000)]
    [InlineData(10_000, 9_000, -4_500)]
    [InlineData(10_000, 10_000, -9_999)]
    [InlineData(10_000, 8_500, -8_000)]
    public void A_transfer_is_never_a_drawdown_and_never_a_loss(double peak, double equity, double amount)
    {
        var counters = Given.Counters((decimal)peak);
        RiskBookkeeping.Advance(counters, (decimal)equity, Limits, Given.Noon);
        var (drawdown, loss) = (DrawdownWatch.ShareOf(counters, (decimal)equity), counters.DayStartEquity - (decimal)equity);

        RiskBookkeeping.Transfer(counters, (decimal)amount);

        var after = (decimal)equity + (decimal)amount;
        Assert.True(DrawdownWatch.ShareOf(counters, after) <= drawdown + 1e-20m);
        Assert.Equal(loss, counters.DayStartEquity - after);
        Assert.Equal(after, counters.LastEquity);
    }

    [Fact]
    public void A_deposit_at_the_peak_raises_the_peak_by_itself()
    {
        var counters = Given.Counters();

        RiskBookkeeping.Transfer(counters, 2_500m);

        Assert.Equal((12_500m, 12_500m), (counters.PeakEquity, counters.DayStartEquity));
    }

    [Fact]
    public void A_transfer_before_the_first_turn_changes_nothing_that_is_not_known()
    {
        var counters = new RiskCounters();

        RiskBookkeeping.Transfer(counters, 2_500m);

        Assert.Equal((null, null, null), (counters.PeakEquity, counters.DayStartEquity, counters.LastEquity));
    }

    [Fact]
    public void Resuming_sets_a_new_peak()
    {
        var counters = Given.Counters();
        counters.DrawdownWarned = true;

        RiskBookkeeping.Resume(counters, 7_000m);

        Assert.Equal((7_000m, false), (counters.PeakEquity, counters.DrawdownWarned));
        Assert.Null(DrawdownWatch.Observe(counters, 7_000m, Limits));
    }

    [Fact]
    public void A_turn_in_which_nothing_happens_allocates_nothing()
    {
        var counters = Given.Counters();
        counters.RecentStops.Add(Given.Noon);
        counters.Locks.Add(new SymbolLock(Given.Perpetual, Given.Noon.AddDays(1), LockCause.Stop));
        Turns(counters, 100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Turns(counters, 1000);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Turns(RiskCounters counters, int turns)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            RiskBookkeeping.Advance(counters, 9_999m, Limits, Given.Noon.AddSeconds(turn));
            if (DrawdownWatch.Observe(counters, 9_999m, Limits) is not null)
            {
                throw new InvalidOperationException("There was nothing to say.");
            }
        }
    }
}
