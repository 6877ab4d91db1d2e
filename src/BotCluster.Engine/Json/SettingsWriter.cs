using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Risk;
using BotCluster.Trading.Sizing;

namespace BotCluster.Engine.Json;

/// <summary>Writes settings whole, defaults included: a default that changes later changes no bot.</summary>
internal static class SettingsWriter
{
    public static void Write(Utf8JsonWriter writer, BotSettings settings)
    {
        writer.WriteStartObject();
        writer.WriteString("name", settings.Name);
        WriteKind(writer, "mode", DecisionModes.Of(settings.Mode), settings.Mode);
        writer.WriteStartArray("symbols");
        foreach (var symbol in settings.Symbols)
        {
            writer.WriteStringValue(symbol.ToString());
        }

        writer.WriteEndArray();
        writer.WriteString("timeframe", settings.Timeframe.ToString());
        writer.WriteString("venue", settings.Venue);
        WriteGroup(writer, "risk", RiskLimitOptions.Set, settings.Risk);
        WriteKind(writer, "sizing", SizingKinds.Of(settings.Sizing), settings.Sizing);
        WriteGroup(writer, "exits", ExitOptionSet.Set, settings.Exits);
        WriteOptions(writer, BotOptions.Set, settings);
        writer.WriteEndObject();
    }

    /// <summary>A value as its option spells it.</summary>
    public static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteStringValue(Decimals.Spell(number));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case Enum member:
                writer.WriteStringValue(Option.Spell(member));
                break;
            case TimeSpan span:
                writer.WriteStringValue(span.ToString("c", CultureInfo.InvariantCulture));
                break;
            default:
                throw new UnreachableException($"No option holds a {value.GetType()}.");
        }
    }

    private static void WriteKind(Utf8JsonWriter writer, string name, SettingsKind kind, object options)
    {
        writer.WriteStartObject(name);
        writer.WriteString(UnionTags.Discriminator, kind.Kind);
        WriteOptions(writer, kind.Options, options);
        writer.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter writer, string name, OptionSet set, object options)
    {
        writer.WriteStartObject(name);
        WriteOptions(writer, set, options);
        writer.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter writer, OptionSet set, object options)
    {
        foreach (var option in set.Options)
        {
            if (option.Group is { } group && option.Read(options) is { } value)
            {
                WriteGroup(writer, option.Name, group, value);
            }
            else
            {
                writer.WritePropertyName(option.Name);
                WriteValue(writer, option.Read(options));
            }
        }
    }
}
