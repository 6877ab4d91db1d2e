using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BotCluster.Api.Http;

/// <summary>Holds a JSON value against the type it should become, before it does, and reports all that differs together.</summary>
internal static class JsonShape
{
    public static IReadOnlyDictionary<string, string[]> Violations(JsonElement value, JsonTypeInfo type)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Check("", value, type, errors);
        return errors;
    }

    private static void Check(string path, JsonElement value, JsonTypeInfo type, Dictionary<string, string[]> errors)
    {
        if (type.Type == typeof(JsonElement))
        {
            return;
        }

        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckObject(path, value, type, errors);
                break;
            case JsonTypeInfoKind.Enumerable:
                CheckList(path, value, type, errors);
                break;
            default:
                if (Flaw(value, Nullable.GetUnderlyingType(type.Type) ?? type.Type) is { } flaw)
                {
                    errors[path] = [flaw];
                }

                break;
        }
    }

    private static void CheckObject(string path, JsonElement value, JsonTypeInfo type, Dictionary<string, string[]> errors)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors[path] = ["is not an object"];
            return;
        }

        var known = type.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var at = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!known.TryGetValue(member.Name, out var property))
            {
                errors[Printable(at)] = [$"is not known; allowed: {string.Join(", ", known.Keys)}"];
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                Check(at, member.Value, type.Options.GetTypeInfo(property.PropertyType), errors);
            }
            else if (!property.IsSetNullable)
            {
                errors[at] = ["is null, and has to be given"];
            }
        }

        foreach (var missing in type.Properties.Where(property => property.IsRequired && !value.TryGetProperty(property.Name, out _)))
        {
            errors[path.Length == 0 ? missing.Name : $"{path}.{missing.Name}"] = ["is missing"];
        }
    }

    private static void CheckList(string path, JsonElement value, JsonTypeInfo type, Dictionary<string, string[]> errors)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            errors[path] = ["is not a list"];
            return;
        }

        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]");
            Check(at, element, type.Options.GetTypeInfo(type.ElementType!), errors);
        }
    }

    private static string? Flaw(JsonElement value, Type type)
    {
        if (type == typeof(string))
        {
            return value.ValueKind == JsonValueKind.String ? null : "is not a text";
        }

        if (type == typeof(bool))
        {
            return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "is not true or false";
        }

        if (type == typeof(decimal))
        {
            return DecimalText.TryRead(value, out _) ? null : $"is not an amount; allowed: {DecimalText.Allowed}";
        }

        if (type == typeof(double))
        {
            return value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble()) ? null : "is not a number, such as 0.75";
        }

        if (type == typeof(int) || type == typeof(long))
        {
            return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _) ? null : "is not a whole number";
        }

        if (type == typeof(Guid))
        {
            return value.ValueKind == JsonValueKind.String && value.TryGetGuid(out _) ? null : "is not an id (a UUID)";
        }

        return type.IsEnum ? FlawOfName(value, type) : null;
    }

    private static string? FlawOfName(JsonElement value, Type type)
    {
        var allowed = EnumNames.Of(type);
        return value.ValueKind == JsonValueKind.String && allowed.Contains(value.GetString()!, StringComparer.Ordinal)
            ? null
            : $"is not one of {string.Join(", ", allowed)}";
    }

    // A member's name comes from outside and goes into our answer: no control characters, and not without end.
    private static string Printable(string text)
    {
        var clean = string.Concat(text.Select(character => char.IsControl(character) ? '?' : character));
        return clean.Length <= 100 ? clean : clean[..100] + "…";
    }
}
