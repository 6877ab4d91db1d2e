using System.Collections;
using System.Globalization;

namespace BotCluster.Engine.Tests.Json;

/// <summary>Spells every public property of a value and of what it holds, so that two values can be compared whole.</summary>
internal static class Reflected
{
    public static string Spell(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        decimal number => (number + 0.0m).ToString("0.############################", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcTicks.ToString(CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Spell))}]",
        _ when IsPlain(value) => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => $"{{{string.Join(", ", value.GetType().GetProperties()
            .Where(property => property.GetMethod is { IsStatic: false } && (property.SetMethod is not null || IsStored(property.Name)))
            .Select(property => $"{property.Name}: {Spell(property.GetValue(value))}"))}}}",
    };

    // An account shows its money by properties that only its own trades change.
    private static bool IsStored(string name) => name is "Quote" or "Positions";

    private static bool IsPlain(object value) =>
        value.GetType().IsPrimitive || value.GetType().IsEnum || value is decimal
        || (value.GetType().Namespace is "BotCluster.Trading.Markets" or "BotCluster.Trading.Orders" && value.GetType().IsValueType)
        || value is DateOnly;
}
