using System.Globalization;
using BotCluster.Ledger.Backups;
using BotCluster.Standalone.CommandLine;
using BotCluster.Standalone.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotCluster.Standalone.Upkeep;

/// <summary><c>--backup FILE</c>: everything at one instant into a file, whether bots run or not.</summary>
internal sealed class BackupTask(Terminal terminal, TimeProvider time)
{
    public async Task RunAsync(HostRequest.Backup request, CancellationToken cancellationToken)
    {
        await using var home = await LedgerHome.VisitAsync(request.DataDirectory, time, NullLogger.Instance, cancellationToken);
        var bytes = await new LedgerBackup(await home.ProgramsAsync(cancellationToken)).WriteAsync(request.File, cancellationToken);
        var size = (bytes / 1024.0).ToString("N0", CultureInfo.InvariantCulture);
        terminal.Say($"backup of {request.DataDirectory} written to {request.File} ({size} KB)");
        terminal.Say("It holds password hashes and addresses: keep it where only you can read it.");
    }
}
