using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotCluster.Engine.Json;

/// <summary>An exact number travels as a string, so that nobody on its way reads it as a binary fraction.</summary>
internal sealed class DecimalConverter<T>(Func<T, decimal> read, Func<decimal, T> make) : JsonConverter<T>
    where T : struct
{
    // The longest decimal: a sign, 29 digits, a point and its leading zero.
    private const int Longest = 32;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && Decimals.TryParse(reader.GetString(), out var value))
        {
            return Make(value);
        }

        throw new JsonException("Must be a decimal number as a string, such as \"12.50\".");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[Longest];
        read(value).TryFormat(text, out var length, default, System.Globalization.CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    private T Make(decimal value)
    {
        try
        {
            return make(value);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }
}
