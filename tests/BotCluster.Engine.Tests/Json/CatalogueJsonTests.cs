using System.Buffers;
using System.Text.Json;
using BotCluster.Engine.Json;
using BotCluster.Trading.Markets;

namespace BotCluster.Engine.Tests.Json;

public sealed class CatalogueJsonTests
{
    [Fact]
    public void Shows_every_mode_with_its_options_defaults_and_bounds()
    {
        var modes = Written(Timeframe.OneMinute).GetProperty("modes");
        var fast = Named(modes[2].GetProperty("options"), "fast");

        Assert.Equal(["indicator", "trinity", "crossover"], modes.EnumerateArray().Select(mode => mode.GetProperty("kind").GetString()));
        Assert.Equal("integer", fast.GetProperty("type").GetString());
        Assert.Equal(20, fast.GetProperty("default").GetInt32());
        Assert.Equal(1, fast.GetProperty("minimum").GetInt32());
        Assert.Equal(400, fast.GetProperty("maximum").GetInt32());
        Assert.False(fast.GetProperty("canBeOff").GetBoolean());
    }

    [Fact]
    public void Shows_exact_numbers_as_strings_and_choices_by_name()
    {
        var options = Written(Timeframe.OneMinute).GetProperty("modes")[0].GetProperty("options");

        Assert.Equal("0.025", Named(options, "stop").GetProperty("default").GetString());
        Assert.Equal("0.003", Named(options, "stop").GetProperty("minimum").GetString());
        Assert.Equal("standard", Named(options, "preset").GetProperty("default").GetString());
        Assert.Equal(
            ["standard", "strict"],
            Named(options, "preset").GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()));
    }

    [Fact]
    public void Shows_limits_groups_and_what_is_off()
    {
        var catalogue = Written(Timeframe.OneMinute);
        var pyramid = Named(catalogue.GetProperty("risk"), "pyramid");

        Assert.Equal("group", pyramid.GetProperty("type").GetString());
        Assert.True(pyramid.GetProperty("canBeOff").GetBoolean());
        Assert.Equal("0.10", Named(pyramid.GetProperty("options"), "firstShare").GetProperty("default").GetString());
        Assert.Equal(JsonValueKind.Null, Named(catalogue.GetProperty("exits"), "trailingStop").GetProperty("default").ValueKind);
        Assert.Equal("00:03:00", Named(catalogue.GetProperty("bot"), "cadence").GetProperty("default").GetString());
        Assert.Equal(5, catalogue.GetProperty("sizing").GetArrayLength());
    }

    [Fact]
    public void Offers_only_timeframes_that_the_candles_add_up_to()
    {
        var offered = Written(Timeframe.FiveMinutes).GetProperty("timeframes").EnumerateArray().Select(one => one.GetString()).ToList();

        Assert.Contains("5m", offered);
        Assert.Contains("1h", offered);
        Assert.DoesNotContain("1m", offered);
        Assert.DoesNotContain("3m", offered);
    }

    private static JsonElement Named(JsonElement options, string name) =>
        options.EnumerateArray().Single(option => option.GetProperty("name").GetString() == name);

    private static JsonElement Written(Timeframe finest)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            CatalogueJson.Write(writer, finest);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
