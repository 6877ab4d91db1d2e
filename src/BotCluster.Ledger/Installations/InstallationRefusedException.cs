namespace BotCluster.Ledger.Installations;

/// <summary>Why an engine may not use a database, in words for whoever started it.</summary>
public sealed class InstallationRefusedException : Exception
{
    public InstallationRefusedException(string message)
        : base(message)
    {
    }

    public InstallationRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InstallationRefusedException()
    {
    }
}
