using System.Text;
using Npgsql;

namespace BotCluster.Ledger;

/// <summary>A query put together from the conditions that apply; values travel as parameters only.</summary>
internal sealed class Query(string select)
{
    private readonly StringBuilder _sql = new(select);
    private readonly List<NpgsqlParameter> _parameters = [];
    private bool _hasCondition;

    /// <summary>A condition has a question mark for each value.</summary>
    public Query Where<T>(string condition, T value) => Where(condition, [Parameter(value)]);

    public Query Where<TFirst, TSecond>(string condition, TFirst first, TSecond second) =>
        Where(condition, [Parameter(first), Parameter(second)]);

    public Query Where<TFirst, TSecond, TThird>(string condition, TFirst first, TSecond second, TThird third) =>
        Where(condition, [Parameter(first), Parameter(second), Parameter(third)]);

    public Query Where(string condition) => Where(condition, []);

    /// <summary>Any other part of the statement, as it is.</summary>
    public Query End<T>(string text, params T[] values) => Append(text, [.. values.Select(Parameter)]);

    public Query End(string text) => Append(text, []);

    public Query Limit(int rows) => Append("limit ?", [Parameter(rows)]);

    public NpgsqlCommand On(NpgsqlDataSource source)
    {
        var command = source.CreateCommand(_sql.ToString());
        foreach (var parameter in _parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static NpgsqlParameter<T> Parameter<T>(T value) => new() { TypedValue = value };

    private Query Where(string condition, ReadOnlySpan<NpgsqlParameter> values)
    {
        _sql.Append(_hasCondition ? " and" : " where");
        _hasCondition = true;
        return Append(condition, values);
    }

    private Query Append(string text, ReadOnlySpan<NpgsqlParameter> values)
    {
        var used = 0;
        _sql.Append(' ');
        foreach (var character in text)
        {
            if (character != '?')
            {
                _sql.Append(character);
                continue;
            }

            _parameters.Add(values[used++]);
            _sql.Append('$').Append(_parameters.Count);
        }

        return used == values.Length
            ? this
            : throw new InvalidOperationException($"'{text}' has {used} places for {values.Length} values.");
    }
}
