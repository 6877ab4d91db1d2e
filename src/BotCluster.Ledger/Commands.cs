using Npgsql;

namespace BotCluster.Ledger;

/// <summary>Fills in a command's values in the order of their places.</summary>
internal static class Commands
{
    public static NpgsqlCommand With<T>(this NpgsqlCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }
}
