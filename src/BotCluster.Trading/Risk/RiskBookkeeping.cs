using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Risk;

/// <summary>Keeps a bot's risk counters: days, peaks, stops, locks and how its trades ended.</summary>
public static class RiskBookkeeping
{
    /// <summary>
    /// Brings the counters to this turn: a new UTC day, a new peak, guards and locks that ran out. Called every turn
    /// before anything is reviewed; the gate refuses entries of a bot whose day has not begun.
    /// </summary>
    /// <param name="counters">The bot's counters.</param>
    /// <param name="equity">What the bot is worth; null where a price is missing: then a day cannot begin either.</param>
    /// <param name="limits">The bot's limits.</param>
    /// <param name="now">The bot's time.</param>
    public static void Advance(RiskCounters counters, decimal? equity, RiskLimits limits, DateTimeOffset now)
    {
        Forget(counters, limits, now);
        if (equity is not { } worth)
        {
            return;
        }

        var day = DateOnly.FromDateTime(now.UtcDateTime);
        if (counters.Day is not { } known || known < day)
        {
            counters.Day = day;
            counters.DayStartEquity = worth;
            counters.TradesToday = 0;
            counters.DailyLossReached = false;
        }

        counters.LastEquity = worth;
        counters.DailyLossReached |= counters.DayStartEquity - worth >= limits.MaximumDailyLoss;
        if (counters.PeakEquity is not { } peak || worth > peak)
        {
            counters.PeakEquity = worth;
            counters.DrawdownWarned = false;
        }
    }

    /// <summary>An entry was sent: it counts as one of today's trades.</summary>
    public static void EntrySent(RiskCounters counters) => counters.TradesToday++;

    /// <summary>A round trip ended: its outcome is kept, and a stop or a run of losses rests the symbol or the bot.</summary>
    /// <param name="counters">The bot's counters.</param>
    /// <param name="trade">The round trip.</param>
    /// <param name="wasStopped">Whether its protective stop ended it. A stop that was trailed into profit is a win and rests nobody.</param>
    /// <param name="timeframe">The candles the bot decides on.</param>
    /// <param name="limits">The bot's limits.</param>
    public static void TradeClosed(
        RiskCounters counters, ClosedTrade trade, bool wasStopped, Timeframe timeframe, RiskLimits limits)
    {
        var share = trade.Margin > 0m ? (double)(trade.NetProfit / trade.Margin) : 0.0;
        if (counters.Outcomes.Count >= RiskCounters.MostOutcomes)
        {
            counters.Outcomes.RemoveRange(0, counters.Outcomes.Count - RiskCounters.MostOutcomes + 1);
        }

        counters.Outcomes.Add(new TradeOutcome(trade.Symbol, trade.ClosedAt, share));
        if (wasStopped && trade.NetProfit < 0m)
        {
            RecordStop(counters, trade, timeframe, limits);
        }

        if (IsLosing(counters, trade, limits))
        {
            Lock(counters, trade.Symbol, trade.ClosedAt + limits.LosingSymbolLock, LockCause.Losses);
        }
    }

    /// <summary>Money was put in or taken out, which is neither profit nor loss: day and peak move with it.</summary>
    /// <remarks>
    /// The day's loss is an amount, so the start of the day moves by the amount. Drawdown is a share: taking half
    /// the money out would double it if the peak moved by the amount alone, so a withdrawal leaves the share as it was.
    /// </remarks>
    public static void Transfer(RiskCounters counters, decimal amount)
    {
        if (counters.PeakEquity is { } peak)
        {
            counters.PeakEquity = amount < 0m && counters.LastEquity is { } worth && worth > 0m
                ? Math.Min(peak + amount, peak * ((worth + amount) / worth))
                : peak + amount;
        }

        counters.DayStartEquity += amount;
        counters.LastEquity += amount;
    }

    /// <summary>The trader resumes the bot after a drawdown stop: what it is worth now is the new peak.</summary>
    public static void Resume(RiskCounters counters, decimal equity)
    {
        counters.PeakEquity = equity;
        counters.LastEquity = equity;
        counters.DrawdownWarned = false;
    }

    private static void Forget(RiskCounters counters, RiskLimits limits, DateTimeOffset now)
    {
        if (counters.PausedUntil <= now)
        {
            counters.PausedUntil = null;
        }

        for (var index = counters.RecentStops.Count - 1; index >= 0; index--)
        {
            if (now - counters.RecentStops[index] >= limits.StopGuardWindow)
            {
                counters.RecentStops.RemoveAt(index);
            }
        }

        for (var index = counters.Locks.Count - 1; index >= 0; index--)
        {
            if (counters.Locks[index].Until <= now)
            {
                counters.Locks.RemoveAt(index);
            }
        }
    }

    private static void RecordStop(RiskCounters counters, ClosedTrade trade, Timeframe timeframe, RiskLimits limits)
    {
        Lock(counters, trade.Symbol, trade.ClosedAt + (limits.CooldownCandles * timeframe.Length), LockCause.Stop);
        counters.RecentStops.RemoveAll(at => trade.ClosedAt - at >= limits.StopGuardWindow);
        counters.RecentStops.Add(trade.ClosedAt);
        if (counters.RecentStops.Count >= limits.StopGuardStops)
        {
            counters.PausedUntil = trade.ClosedAt + limits.StopGuardPause;
        }
    }

    // A symbol is losing where its trades of the last week, at least four, lost money on the whole.
    private static bool IsLosing(RiskCounters counters, ClosedTrade trade, RiskLimits limits)
    {
        var (trades, sum) = (0, 0.0);
        foreach (var outcome in counters.Outcomes)
        {
            if (outcome.Symbol == trade.Symbol && trade.ClosedAt - outcome.ClosedAt < limits.LosingSymbolWindow)
            {
                trades++;
                sum += outcome.Return;
            }
        }

        // Returns are doubles: wins and losses that even out may leave a trace of either sign.
        return trades >= limits.LosingSymbolTrades && Math.Round(sum, 9) < 0;
    }

    private static void Lock(RiskCounters counters, Symbol symbol, DateTimeOffset until, LockCause cause)
    {
        counters.Locks.RemoveAll(held => held.Symbol == symbol && held.Cause == cause);
        counters.Locks.Add(new SymbolLock(symbol, until, cause));
    }
}
