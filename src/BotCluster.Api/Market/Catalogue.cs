using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using BotCluster.Engine.Json;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Api.Market;

/// <summary>All that can be set about a bot, for forms.</summary>
[JsonConverter(typeof(Converter))]
internal readonly record struct Catalogue(JsonElement Json)
{
    public static Catalogue Of(IMarketFeed feed)
    {
        const int roughSize = 32 * 1024;
        var finest = feed.Instruments.Keys.Select(feed.FinestOf).DefaultIfEmpty(Timeframe.OneMinute).Min();
        var buffer = new ArrayBufferWriter<byte>(roughSize);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            CatalogueJson.Write(writer, finest);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return new Catalogue(document.RootElement.Clone());
    }

    internal sealed class Converter : JsonConverter<Catalogue>
    {
        public override Catalogue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, Catalogue value, JsonSerializerOptions options) => value.Json.WriteTo(writer);
    }
}
