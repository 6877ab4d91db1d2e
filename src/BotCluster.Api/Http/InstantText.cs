using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotCluster.Api.Http;

/// <summary>Times travel in UTC with a Z, never with an offset.</summary>
internal sealed class InstantText : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text && Instants.TryParse(text, out var instant) ? instant : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Instants.Text(value));
}
