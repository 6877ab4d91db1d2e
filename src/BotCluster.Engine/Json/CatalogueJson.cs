using System.Text.Json;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Risk;
using BotCluster.Trading.Sizing;

namespace BotCluster.Engine.Json;

/// <summary>All that can be set about a bot, for the form of a page: modes, sizing rules, risk limits, exits, each with default and bounds.</summary>
public static class CatalogueJson
{
    private static readonly Timeframe[] Offered =
    [
        .. new[] { "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "3d", "1w" }.Select(Timeframe.Parse),
    ];

    /// <param name="writer">Where to.</param>
    /// <param name="finest">The shortest candles there are: only multiples of it are offered.</param>
    public static void Write(Utf8JsonWriter writer, Timeframe finest)
    {
        writer.WriteStartObject();
        WriteKinds(writer, "modes", DecisionModes.All);
        WriteKinds(writer, "sizing", SizingKinds.All);
        WriteOptions(writer, "risk", RiskLimitOptions.Set);
        WriteOptions(writer, "exits", ExitOptionSet.Set);
        WriteOptions(writer, "bot", BotOptions.Set);
        writer.WriteStartArray("timeframes");
        foreach (var timeframe in Offered.Where(timeframe => timeframe.IsMultipleOf(finest)))
        {
            writer.WriteStringValue(timeframe.ToString());
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteKinds(Utf8JsonWriter writer, string name, IReadOnlyList<SettingsKind> kinds)
    {
        writer.WriteStartArray(name);
        foreach (var kind in kinds)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", kind.Kind);
            writer.WriteString("title", kind.Title);
            writer.WriteString("description", kind.Description);
            WriteOptions(writer, "options", kind.Options);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteOptions(Utf8JsonWriter writer, string name, OptionSet set)
    {
        writer.WriteStartArray(name);
        foreach (var option in set.Options)
        {
            writer.WriteStartObject();
            WriteOption(writer, option);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteOption(Utf8JsonWriter writer, Option option)
    {
        writer.WriteString("name", option.Name);
        writer.WriteString("type", Option.Spell(option.Type));
        writer.WriteBoolean("canBeOff", option.CanBeOff);
        writer.WriteString("description", option.Description);
        if (option.Group is { } group)
        {
            WriteOptions(writer, "options", group);
            return;
        }

        writer.WritePropertyName("default");
        SettingsWriter.WriteValue(writer, option.Default);
        if (option.Minimum is { } minimum)
        {
            writer.WritePropertyName("minimum");
            SettingsWriter.WriteValue(writer, minimum);
        }

        if (option.Maximum is { } maximum)
        {
            writer.WritePropertyName("maximum");
            SettingsWriter.WriteValue(writer, maximum);
        }

        if (option.Choices.Count > 0)
        {
            writer.WriteStartArray("choices");
            foreach (var choice in option.Choices)
            {
                writer.WriteStringValue(choice.Name);
            }

            writer.WriteEndArray();
        }
    }
}
