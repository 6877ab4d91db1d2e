using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotCluster.Api.Http;

/// <summary>Amounts travel as text, so that no reader makes a binary fraction of them.</summary>
internal sealed class DecimalText : JsonConverter<decimal>
{
    public const string Allowed = "a decimal as text, such as \"10000.50\", without exponent";

    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static bool TryRead(JsonElement value, out decimal amount)
    {
        amount = 0m;
        return value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 and <= 30 } text
            && decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out amount);
    }

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        decimal.TryParse(reader.GetString(), Styles, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}
