using System.CommandLine;
using System.Diagnostics;
using BotCluster.Gateways.Instruments;
using BotCluster.Gateways.Replay;
using BotCluster.Ledger.Backups;
using BotCluster.Ledger.Installations;
using BotCluster.Ledger.Migrations;
using BotCluster.Ledger.Server;
using BotCluster.Standalone.CommandLine;
using BotCluster.Standalone.Running;
using BotCluster.Standalone.Upkeep;
using Npgsql;

namespace BotCluster.Standalone;

/// <summary>From the words on the command line to an exit code: 0 for done, 1 for refused, 2 for a fault of ours.</summary>
internal sealed class Entry(Terminal terminal, TimeProvider time)
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int Faulty = 2;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken stop)
    {
        try
        {
            var place = InstallationPlace.Find();
            var options = new HostOptions(place.DefaultDataDirectory);
            var parsed = options.Command.Parse(arguments);
            if (parsed.Errors.Count > 0)
            {
                return RefuseWords(parsed, options);
            }

            // Help and version bring an action of their own; a plain start has none.
            return parsed.Action is null
                ? await CarryOutAsync(options.Read(parsed), place, stop)
                : await parsed.InvokeAsync(
                    new InvocationConfiguration { Output = terminal.Output, Error = terminal.Errors }, CancellationToken.None);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            terminal.Say("stopped before it was ready");
            return Refused;
        }
        catch (Exception reason) when (IsRefusal(reason))
        {
            terminal.Refuse(reason.Message);
            return Refused;
        }
        catch (Exception fault)
        {
            terminal.Refuse($"a fault of this program ended it: {fault}");
            return Faulty;
        }
    }

    private async Task<int> CarryOutAsync(HostRequest request, InstallationPlace place, CancellationToken stop)
    {
        switch (request)
        {
            case HostRequest.Run run:
                await new StandaloneHost(run, place, terminal, time).RunAsync(stop);
                return Done;
            case HostRequest.Backup backup:
                await new BackupTask(terminal, time).RunAsync(backup, stop);
                return Done;
            case HostRequest.Restore restore:
                await new RestoreTask(terminal, time).RunAsync(restore, stop);
                return Done;
            case HostRequest.Import import:
                return await new ImportTask(terminal, time).RunAsync(import, stop) ? Done : Refused;
            case HostRequest.Check check:
                return await new CheckTask(terminal, time).RunAsync(check, stop) ? Done : Refused;
            default:
                throw new UnreachableException();
        }
    }

    private int RefuseWords(ParseResult parsed, HostOptions options)
    {
        foreach (var error in parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))
        {
            terminal.Refuse(error);
        }

        if (parsed.UnmatchedTokens.Count > 0)
        {
            terminal.Refuse($"allowed options: {string.Join(", ", options.Names)}");
        }

        return Refused;
    }

    // Everything here was foreseen and says in words what is wrong and what helps.
    private static bool IsRefusal(Exception reason) => reason is
        HostRefusedException or PrivateServerException or MigrationRefusedException or InstallationRefusedException
        or BackupRefusedException or InvalidCandlesException or InvalidInstrumentsException
        or NpgsqlException or IOException or UnauthorizedAccessException;
}
