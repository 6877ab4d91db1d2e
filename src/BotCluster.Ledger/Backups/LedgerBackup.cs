namespace BotCluster.Ledger.Backups;

/// <summary>Writes everything that is in the ledger at one instant into a file, also while bots trade.</summary>
public sealed class LedgerBackup(PostgresPrograms programs)
{
    /// <summary>Writes the file whole or not at all, readable by its owner alone.</summary>
    /// <returns>How many bytes it has.</returns>
    public async Task<long> WriteAsync(string path, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(path);
        var partial = target + ".partial";
        try
        {
            PrivateFile.Create(partial);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BackupRefusedException($"The backup cannot be written: {refused.Message}", refused);
        }

        try
        {
            await programs.RunAsync(
                "pg_dump",
                ["--format=custom", "--no-owner", "--no-privileges", $"--file={partial}"],
                cancellationToken);
            File.Move(partial, target, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }

        return new FileInfo(target).Length;
    }
}
