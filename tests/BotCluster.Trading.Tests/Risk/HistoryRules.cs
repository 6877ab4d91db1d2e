using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Tests.Risk;

public sealed class HistoryRules
{
    [Theory]
    [InlineData(8, 20, "approved 10")]
    [InlineData(7, 20, "refused by win-probability")]
    [InlineData(0, 19, "approved 10")]
    [InlineData(9, 20, "approved 10")]
    public void A_bot_must_have_won_its_share_once_twenty_trades_are_known(int wins, int trades, string verdict)
    {
        var view = Given.View(new RiskLimits { MinimumWinProbability = 0.4m });
        view.Counters.Outcomes.AddRange(Given.Outcomes(
            Given.Other, [.. Enumerable.Range(0, trades).Select(index => index < wins ? 0.02 : -0.01)]));

        Assert.Equal(verdict, Given.Verdict(Given.Entry(), view));
    }

    [Fact]
    public void Trades_of_more_than_ninety_days_ago_are_forgotten()
    {
        var view = Given.View(new RiskLimits { MinimumWinProbability = 0.4m });
        view.Counters.Outcomes.AddRange(
            Enumerable.Range(0, 20).Select(index => new TradeOutcome(Given.Other, Given.Noon.AddDays(-91), -0.01)));

        Assert.Equal("approved 10", Given.Verdict(Given.Entry(), view));
    }

    [Fact]
    public void Win_probability_is_off_by_default()
    {
        var view = Given.View();
        view.Counters.Outcomes.AddRange(Given.Outcomes(Given.Other, [.. Enumerable.Repeat(-0.01, 40)]));

        Assert.Equal("approved 10", Given.Verdict(Given.Entry(), view));
    }

    [Theory]
    [InlineData(19, "approved 10")]
    [InlineData(20, "refused by trades-per-day")]
    [InlineData(21, "refused by trades-per-day")]
    public void Twenty_trades_make_a_day(int trades, string verdict)
    {
        var view = Given.View();
        view.Counters.TradesToday = trades;

        Assert.Equal(verdict, Given.Verdict(Given.Entry(), view));
    }

    [Theory]
    [InlineData(LockCause.Stop, 1, "refused by cooldown")]
    [InlineData(LockCause.Stop, 0, "approved 10")]
    [InlineData(LockCause.Losses, 1, "refused by losing-symbol")]
    [InlineData(LockCause.Losses, 0, "approved 10")]
    public void A_locked_symbol_rests_until_its_instant(LockCause cause, int seconds, string verdict)
    {
        var view = Given.View();
        view.Counters.Locks.Add(new SymbolLock(Given.Perpetual, Given.Noon.AddSeconds(seconds), cause));
        view.Counters.Locks.Add(new SymbolLock(Given.Other, Given.Noon.AddDays(1), cause));

        Assert.Equal(verdict, Given.Verdict(Given.Entry(), view));
    }

    [Theory]
    [InlineData(1, "refused by stop-loss-guard")]
    [InlineData(0, "approved 10")]
    public void A_pause_after_stops_lasts_until_its_instant(int seconds, string verdict)
    {
        var view = Given.View();
        view.Counters.PausedUntil = Given.Noon.AddSeconds(seconds);

        Assert.Equal(verdict, Given.Verdict(Given.Entry(), view));
    }

    [Fact]
    public void A_third_stop_in_a_day_leads_from_bookkeeping_to_refusal()
    {
        var view = Given.View();
        for (var stop = 0; stop < 3; stop++)
        {
            RiskBookkeeping.TradeClosed(view.Counters, Closed.At(Given.Noon, -10m, Given.Other), true, Timeframe.OneHour, view.Limits);
        }

        Assert.Equal("refused by stop-loss-guard", Given.Verdict(Given.Entry(), view));
    }
}
