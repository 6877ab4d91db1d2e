using System.Globalization;
using BotCluster.Ledger.Backups;
using BotCluster.Standalone.CommandLine;
using BotCluster.Standalone.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotCluster.Standalone.Upkeep;

/// <summary><c>--restore FILE</c>: what a backup holds into a data directory on which nothing runs, in a new epoch.</summary>
internal sealed class RestoreTask(Terminal terminal, TimeProvider time)
{
    public async Task RunAsync(HostRequest.Restore request, CancellationToken cancellationToken)
    {
        if (!File.Exists(request.File))
        {
            throw new HostRefusedException($"There is no file {request.File}.");
        }

        // Holding the directory is the proof that nothing runs on it.
        await using var home = await LedgerHome.OpenAsync(request.DataDirectory, time, NullLogger.Instance, cancellationToken);
        var programs = await home.ProgramsAsync(cancellationToken);
        var backup = await BackupFile.OpenAsync(request.File, programs, cancellationToken);
        var restore = new LedgerRestore(programs);
        var isUsed = await restore.IsInUseAsync(cancellationToken);
        if (isUsed && !(request.Replaces && home.IsPrivate))
        {
            throw new HostRefusedException(home.IsPrivate
                ? $"{request.DataDirectory} holds bots already. Name an empty directory by --data, " +
                  "or add --replace to put the backup in their place."
                : $"The database of {LedgerHome.Variable} holds bots already. Restore into an empty one.");
        }

        var epoch = home.IsPrivate
            ? await restore.ReplaceAsync(backup, Scratch(request), cancellationToken)
            : await restore.FillAsync(backup, Scratch(request), cancellationToken);
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{request.File} (version {backup.Version}) restored into {request.DataDirectory}, epoch {epoch}"));
        terminal.Say("Everybody has to sign in again. Start it with ./run.");
    }

    private static string Scratch(HostRequest.Restore request) => Directory.CreateDirectory(request.DataDirectory).FullName;
}
