using System.Runtime.CompilerServices;
using System.Text.Json;
using BotCluster.Trading.Markets;

namespace BotCluster.Engine.Json;

/// <summary>The small steps of writing a state.</summary>
internal readonly struct StateOutput(Utf8JsonWriter json, List<Symbol> symbols)
{
    public Utf8JsonWriter Json => json;

    public void StartObject(char name) => json.WriteStartObject(StateNames.Of(name));

    public void StartArray(char name) => json.WriteStartArray(StateNames.Of(name));

    /// <summary>The place of a symbol in the state's own list.</summary>
    public void Index(Symbol symbol) => json.WriteNumberValue(symbols.IndexOf(symbol));

    public void Of(char name, Symbol symbol) => json.WriteNumber(StateNames.Of(name), symbols.IndexOf(symbol));

    public void Choice<T>(char name, T value)
        where T : unmanaged, Enum => json.WriteNumber(StateNames.Of(name), Unsafe.BitCast<T, int>(value));

    public void Integer(char name, long value)
    {
        if (value != 0)
        {
            json.WriteNumber(StateNames.Of(name), value);
        }
    }

    public void Exact(char name, decimal value)
    {
        if (value != 0m)
        {
            json.WriteNumber(StateNames.Of(name), value);
        }
    }

    public void Exact(char name, decimal? value)
    {
        // Null is not zero: where a value may be missing, zero is written.
        if (value is { } present)
        {
            json.WriteNumber(StateNames.Of(name), present);
        }
    }

    public void Statistic(char name, double? value)
    {
        if (value is { } present)
        {
            json.WriteNumber(StateNames.Of(name), present);
        }
    }

    public void Flag(char name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(StateNames.Of(name), value);
        }
    }

    public void Text(char name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(StateNames.Of(name), value);
        }
    }

    public void Time(char name, DateTimeOffset? value)
    {
        if (value is { } instant)
        {
            json.WritePropertyName(StateNames.Of(name));
            TimeValue(instant);
        }
    }

    // Seconds since 1970, with a fraction only where there is one.
    public void TimeValue(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        if (ticks % TimeSpan.TicksPerSecond == 0)
        {
            json.WriteNumberValue(ticks / TimeSpan.TicksPerSecond);
        }
        else
        {
            json.WriteNumberValue(ticks / (decimal)TimeSpan.TicksPerSecond);
        }
    }
}
