using System.Globalization;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Cycle;

/// <summary>Looks at the bot's equity each cycle: the day's figures, the peak, and the drawdown that stops it.</summary>
internal sealed class RiskWatch(BotContext bot, AlertDesk alerts)
{
    public void Observe(decimal? equity, DateTimeOffset now)
    {
        var state = bot.State;
        var limits = bot.Settings.Risk;
        RiskBookkeeping.Advance(state.Risk, equity, limits, now);
        switch (DrawdownWatch.Observe(state.Risk, equity, limits))
        {
            case DrawdownAlarm.Warning:
                alerts.Raise(AlertSeverity.Warning, "drawdown-warning", Describe(equity), now);
                break;
            case DrawdownAlarm.Stop when state is { Block: null, Status: BotStatus.Running or BotStatus.Paused }:
                state.Block = EntryBlock.Drawdown;
                state.Status = BotStatus.Stopping;
                alerts.Raise(AlertSeverity.Critical, "drawdown-stop", Describe(equity), now);
                break;
        }
    }

    private string Describe(decimal? equity)
    {
        var share = DrawdownWatch.ShareOf(bot.State.Risk, equity);
        var limit = bot.Settings.Risk.MaximumDrawdown;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Equity {equity:0.00} is {share:P1} below its peak {bot.State.Risk.PeakEquity:0.00}; the limit is {limit:P1}.");
    }
}
