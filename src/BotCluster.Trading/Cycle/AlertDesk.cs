using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Trading.Cycle;

/// <summary>Numbers a bot's alerts and hands them to the journal.</summary>
internal sealed class AlertDesk(BotState state, ITurnJournal journal)
{
    public void Raise(AlertSeverity severity, string code, string text, DateTimeOffset at) =>
        journal.Write(new Fact.AlertRaised(new BotAlert(state.Numbers.Alert++, at, severity, code, text)));
}
