using BotCluster.Trading.Ports;
using Npgsql;

namespace BotCluster.Ledger.Writing;

/// <summary>A fact and the step that it belongs to.</summary>
internal readonly record struct Recorded<TFact>(BotCommit Commit, TFact Fact);

/// <summary>One column of a table of facts: its name, its type in the database, and its values.</summary>
internal sealed record Column<TFact>(
    string Name, string Type, Func<IReadOnlyList<Recorded<TFact>>, NpgsqlParameter> Values);

/// <summary>A table that takes one kind of fact, all rows of a batch in one statement.</summary>
internal sealed class FactTable<TFact>
{
    private readonly Column<TFact>[] _columns;
    private readonly string _sql;

    /// <param name="shape">The statement around <c>{rows}</c>, the batch as a row set, and <c>{columns}</c>, their names.</param>
    /// <param name="columns">In any order: names and values are never written down apart.</param>
    public FactTable(string shape, params Column<TFact>[] columns)
    {
        _columns = columns;
        var names = string.Join(", ", columns.Select(column => column.Name));
        var arrays = string.Join(", ", columns.Select((column, index) => $"${index + 1}::{column.Type}[]"));
        _sql = shape
            .Replace("{columns}", names, StringComparison.Ordinal)
            .Replace("{rows}", $"unnest({arrays}) as given ({names})", StringComparison.Ordinal);
    }

    public void AddTo(NpgsqlBatch batch, IReadOnlyList<Recorded<TFact>> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var command = new NpgsqlBatchCommand(_sql);
        foreach (var column in _columns)
        {
            command.Parameters.Add(column.Values(rows));
        }

        batch.BatchCommands.Add(command);
    }
}

/// <summary>Spells columns with their values' types checked.</summary>
internal static class Columns<TFact>
{
    public static Column<TFact> Of<T>(string name, string type, Func<Recorded<TFact>, T> value) => new(name, type, rows =>
    {
        var values = new T[rows.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = value(rows[index]);
        }

        return new NpgsqlParameter<T[]> { TypedValue = values };
    });

    public static Column<TFact> Text(string name, Func<TFact, string?> value) => Of(name, "text", row => value(row.Fact));

    public static Column<TFact> Number(string name, Func<TFact, decimal?> value) => Of(name, "numeric", row => value(row.Fact));

    public static Column<TFact> Count(string name, Func<TFact, long> value) => Of(name, "bigint", row => value(row.Fact));

    public static Column<TFact> Statistic(string name, Func<TFact, double?> value) =>
        Of(name, "double precision", row => value(row.Fact));

    public static Column<TFact> Instant(string name, Func<TFact, DateTimeOffset> value) =>
        Of(name, "timestamptz", row => value(row.Fact).ToUniversalTime());

    public static Column<TFact> Tenant => Of("tenant_id", "uuid", row => row.Commit.Tenant.Value);

    public static Column<TFact> Bot => Of("bot_id", "uuid", row => row.Commit.Bot.Value);
}
