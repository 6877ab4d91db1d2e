using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BotCluster.Trading.Bots;

namespace BotCluster.Engine.Json;

/// <summary>The value of one setting in JSON.</summary>
internal static class OptionValues
{
    private const int MostShown = 40;

    /// <returns>The value, or null where the JSON is none; then also a flaw where there is more to say than what is allowed.</returns>
    public static (object? Value, string? Flaw) Read(Option option, JsonElement json) => option.Type switch
    {
        OptionType.Integer => (json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var whole) ? whole : null, null),
        OptionType.Number =>
            (json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && double.IsFinite(number) ? number : null, null),
        OptionType.Boolean => (json.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null }, null),
        OptionType.Decimal => Decimal(option, json),
        OptionType.Choice => (Text(json) is { } name ? option.Choices.FirstOrDefault(choice => choice.Name == name)?.Value : null, null),
        OptionType.Duration => (TimeSpan.TryParseExact(Text(json), "c", CultureInfo.InvariantCulture, out var span) ? span : null, null),
        _ => throw new UnreachableException(),
    };

    /// <summary>What stands in the JSON, cut short for a message.</summary>
    public static string Shown(JsonElement json)
    {
        var text = json.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => json.GetRawText(),
        };
        return text.Length <= MostShown ? text : $"{text[..MostShown]}…";
    }

    private static (object? Value, string? Flaw) Decimal(Option option, JsonElement json)
    {
        // A plain JSON number is taken too: its digits are read as they stand, never by way of a binary fraction.
        var text = json.ValueKind == JsonValueKind.Number ? json.GetRawText() : Text(json);
        if (Decimals.TryParse(text, out var value))
        {
            return (value, null);
        }

        return (null, Decimals.IsBeyondRange(text)
            ? $"{Shown(json)} is beyond what can be counted: must be {option.Allowed}."
            : $"Must be a decimal number as a string {option.Allowed}, not {Shown(json)}.");
    }

    private static string? Text(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString() : null;
}
