namespace BotCluster.Ledger.Backups;

/// <summary>Files that only their owner may read: a backup holds addresses and hashes of passwords.</summary>
internal static class PrivateFile
{
    public static void Create(string path)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
    }
}
