using System.Buffers;
using System.Text;
using System.Text.Json;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;

namespace BotCluster.Engine.Json;

/// <summary>A bot's settings in JSON: the same for the API and the ledger.</summary>
public static class SettingsJson
{
    /// <summary>Reads settings by their shape alone: what was accepted once stays readable.</summary>
    public static SettingsReading Parse(JsonElement json)
    {
        var reader = new SettingsReader();
        var settings = reader.Read(json);
        return reader.Violations.Count == 0
            ? new SettingsReading.Accepted(settings)
            : new SettingsReading.Refused([.. reader.Violations]);
    }

    /// <inheritdoc cref="Parse(JsonElement)"/>
    public static SettingsReading Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Parse(document.RootElement);
    }

    /// <summary>Reads settings from a trader and checks them: shape, bounds, and what the venue trades, all mistakes together.</summary>
    public static SettingsReading Check(
        JsonElement json, IReadOnlyDictionary<Symbol, Instrument> instruments, Func<Symbol, Timeframe> finestOf)
    {
        var reader = new SettingsReader();
        var settings = reader.Read(json);

        // A setting that could not be read stands at its default here, so nothing more can be said about it.
        var unreadable = reader.Violations.Select(violation => violation.Path).ToHashSet();
        var violations = reader.Violations
            .Concat(settings.Validate(instruments, finestOf).Where(violation => !unreadable.Any(path => Touches(path, violation.Path))))
            .ToList();
        return violations.Count == 0 ? new SettingsReading.Accepted(settings) : new SettingsReading.Refused(violations);
    }

    public static void Write(Utf8JsonWriter writer, BotSettings settings) => SettingsWriter.Write(writer, settings);

    public static string Write(BotSettings settings)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, settings);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static bool Touches(string one, string other) => IsWithin(one, other) || IsWithin(other, one);

    private static bool IsWithin(string outer, string inner) =>
        inner.StartsWith(outer, StringComparison.Ordinal)
        && (inner.Length == outer.Length || outer.Length == 0 || inner[outer.Length] is '.' or '[');
}
