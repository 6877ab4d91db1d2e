using BotCluster.Engine.Running;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Local;

/// <summary>Finds on the board which closes a bot has not seen yet, so that it catches up candle by candle.</summary>
internal sealed class MissedSteps(IMarketFeed feed)
{
    /// <summary>The earliest close after the bot's last step, up to an instant; null where there is none.</summary>
    public DateTimeOffset? NextOf(BotRunner runner, DateTimeOffset until)
    {
        if (runner.LastStep is not { } last)
        {
            return null;
        }

        DateTimeOffset? earliest = null;
        foreach (var symbol in runner.Settings.Symbols)
        {
            if (!feed.Instruments.ContainsKey(symbol))
            {
                continue;
            }

            var series = feed.Board.Series(symbol, feed.FinestOf(symbol));
            if (FirstAfter(series, last) is { } close && close <= until && (earliest is null || close < earliest))
            {
                earliest = close;
            }
        }

        return earliest;
    }

    /// <summary>Since when the board does not remember what the bot has missed; null where it remembers all.</summary>
    public DateTimeOffset? LostSince(BotRunner runner)
    {
        foreach (var symbol in runner.Settings.Symbols)
        {
            if (!feed.Instruments.ContainsKey(symbol))
            {
                continue;
            }

            var series = feed.Board.Series(symbol, feed.FinestOf(symbol));
            if (runner.LastStep is { } last && !series.IsEmpty && !series.TryFind(last, out _)
                && series.CloseTime(series.Oldest) > last + series.Timeframe.Length)
            {
                return last;
            }
        }

        return null;
    }

    private static DateTimeOffset? FirstAfter(CandleSeries series, DateTimeOffset last)
    {
        if (series.IsEmpty)
        {
            return null;
        }

        var next = series.TryFind(last, out var seen) ? seen + 1 : series.Oldest;
        return next <= series.Latest ? series.CloseTime(next) : null;
    }
}
