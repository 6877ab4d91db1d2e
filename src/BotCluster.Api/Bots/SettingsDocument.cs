using System.Text.Json;
using System.Text.Json.Serialization;
using BotCluster.Engine.Json;
using BotCluster.Trading.Bots;

namespace BotCluster.Api.Bots;

/// <summary>A bot's settings as they travel: read whole, so that every mistake in them can be named.</summary>
[JsonConverter(typeof(Converter))]
internal readonly record struct SettingsDocument(JsonElement Json)
{
    public static SettingsDocument Of(BotSettings settings) => Of(SettingsJson.Write(settings));

    public static SettingsDocument Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new SettingsDocument(document.RootElement.Clone());
    }

    internal sealed class Converter : JsonConverter<SettingsDocument>
    {
        public override SettingsDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, SettingsDocument value, JsonSerializerOptions options) =>
            value.Json.WriteTo(writer);
    }
}
