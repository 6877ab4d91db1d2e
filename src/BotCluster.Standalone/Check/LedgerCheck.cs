using System.Data;
using Npgsql;

namespace BotCluster.Standalone.Check;

/// <summary>
/// Proves, from fills and cash bookings alone, what every bot's money must be, and compares it with what the bots
/// believe. Bots may trade meanwhile: it sees one instant.
/// </summary>
internal static class LedgerCheck
{
    public static async Task<CheckReport> RunAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var ledger = new LedgerReader(connection, snapshot);
        var installation = await ledger.InstallationAsync();
        List<BotVerdict> verdicts = [];
        foreach (var bot in await ledger.BotsAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            verdicts.Add(new BotCheck(bot, await ledger.HistoryAsync(bot), installation).Verdict());
        }

        return new CheckReport(
            verdicts,
            [
                .. (await ledger.DoubledOrdersAsync()).Select(id => $"order {id} is there twice"),
                .. (await ledger.OrphansAsync()).Select(what => $"{what} belongs to no bot"),
            ]);
    }
}
