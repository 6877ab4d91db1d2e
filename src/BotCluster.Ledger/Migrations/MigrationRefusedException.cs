namespace BotCluster.Ledger.Migrations;

/// <summary>Why a database cannot be brought to the program's shape, in words for whoever started it.</summary>
public sealed class MigrationRefusedException : Exception
{
    public MigrationRefusedException(string message)
        : base(message)
    {
    }

    public MigrationRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public MigrationRefusedException()
    {
    }
}
