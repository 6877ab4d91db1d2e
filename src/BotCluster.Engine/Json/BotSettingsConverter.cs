using System.Text.Json;
using System.Text.Json.Serialization;
using BotCluster.Trading.Bots;

namespace BotCluster.Engine.Json;

/// <summary>Settings as a part of something larger. Whoever takes them from a trader reads them by <see cref="SettingsJson"/>, which names every mistake.</summary>
internal sealed class BotSettingsConverter : JsonConverter<BotSettings>
{
    public override BotSettings Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return SettingsJson.Parse(document.RootElement) switch
        {
            SettingsReading.Accepted accepted => accepted.Settings,
            SettingsReading.Refused refused => throw new JsonException(refused.ToString()),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public override void Write(Utf8JsonWriter writer, BotSettings value, JsonSerializerOptions options) =>
        SettingsJson.Write(writer, value);
}
