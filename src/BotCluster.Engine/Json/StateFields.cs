using System.Runtime.CompilerServices;
using System.Text.Json;
using BotCluster.Trading.Orders;

namespace BotCluster.Engine.Json;

/// <summary>The small steps of reading a state.</summary>
internal static class StateFields
{
    /// <summary>Goes to the next member's value; false at the end of the object.</summary>
    public static bool Next(ref Utf8JsonReader json, out char name)
    {
        name = default;
        Advance(ref json);
        if (json.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        if (json.TokenType != JsonTokenType.PropertyName || json.ValueSpan.Length != 1)
        {
            throw new FormatException($"A member with a one-letter name was expected, not {json.TokenType}.");
        }

        name = (char)json.ValueSpan[0];
        Advance(ref json);
        return true;
    }

    /// <summary>Goes to the next item; false at the end of the array.</summary>
    public static bool NextItem(ref Utf8JsonReader json)
    {
        Advance(ref json);
        return json.TokenType != JsonTokenType.EndArray;
    }

    public static void Advance(ref Utf8JsonReader json)
    {
        if (!json.Read())
        {
            throw new FormatException("It ends too early.");
        }
    }

    public static T Choice<T>(ref Utf8JsonReader json)
        where T : unmanaged, Enum
    {
        var value = Unsafe.BitCast<int, T>(json.GetInt32());
        return Enum.IsDefined(value) ? value : throw new FormatException($"There is no {typeof(T).Name} {value}.");
    }

    public static DateTimeOffset Time(ref Utf8JsonReader json)
    {
        var ticks = json.TryGetInt64(out var seconds)
            ? seconds * TimeSpan.TicksPerSecond
            : (long)(json.GetDecimal() * TimeSpan.TicksPerSecond);
        return new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + ticks, TimeSpan.Zero);
    }

    public static ClientOrderId OrderId(ref Utf8JsonReader json) =>
        ClientOrderId.TryParse(json.GetString(), out var id) ? id : throw new FormatException("It holds an order id that is not ours.");

    public static FormatException Unknown(char name) => new($"It has a member '{name}' that this version does not know.");
}
