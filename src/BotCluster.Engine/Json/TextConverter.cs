using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotCluster.Engine.Json;

internal delegate bool TextParser<T>(string? text, out T value);

/// <summary>A value that travels as a short text, also as the name of a member.</summary>
internal sealed class TextConverter<T>(TextParser<T> tryParse, string allowed) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Parse(reader.GetString())
            : throw new JsonException($"Must be {allowed}, as a string.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString()!);

    private T Parse(string? text) =>
        tryParse(text, out var value) ? value : throw new JsonException($"'{text}' is not allowed: must be {allowed}.");
}
