using BotCluster.Ledger;
using BotCluster.Standalone.Check;
using BotCluster.Standalone.CommandLine;
using BotCluster.Standalone.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotCluster.Standalone.Upkeep;

/// <summary><c>--check</c>: whether every bot's money is what its fills say, whether bots run or not.</summary>
internal sealed class CheckTask(Terminal terminal, TimeProvider time)
{
    /// <returns>Whether everything agrees.</returns>
    public async Task<bool> RunAsync(HostRequest.Check request, CancellationToken cancellationToken)
    {
        await using var home = await LedgerHome.VisitAsync(request.DataDirectory, time, NullLogger.Instance, cancellationToken);
        await using var source = LedgerDataSource.Open(home.ConnectionString);
        var report = await LedgerCheck.RunAsync(source, cancellationToken);
        CheckTable.Write(report, terminal.Output);
        return report.IsClean;
    }
}
