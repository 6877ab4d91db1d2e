namespace BotCluster.Ledger.Backups;

/// <summary>Why a backup could not be written or restored, in words for whoever asked for it.</summary>
public sealed class BackupRefusedException : Exception
{
    public BackupRefusedException(string message)
        : base(message)
    {
    }

    public BackupRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public BackupRefusedException()
    {
    }
}
