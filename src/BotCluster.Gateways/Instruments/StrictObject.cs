using System.Globalization;
using System.Text.Json;

namespace BotCluster.Gateways.Instruments;

/// <summary>A JSON object read with nothing overlooked: unknown and doubled keys are flaws, and so is every value that does not fit.</summary>
internal sealed class StrictObject
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly List<string> _flaws;

    public StrictObject(JsonElement element, string path, IReadOnlyList<string> allowed, List<string> flaws)
    {
        _path = path;
        _flaws = flaws;
        foreach (var property in element.EnumerateObject())
        {
            if (!allowed.Contains(property.Name, StringComparer.Ordinal))
            {
                flaws.Add($"{path}: unknown key '{property.Name}' (allowed: {string.Join(", ", allowed)})");
            }
            else if (!_values.TryAdd(property.Name, property.Value))
            {
                flaws.Add($"{path}: '{property.Name}' stands there twice");
            }
        }
    }

    public bool Has(string key) => _values.ContainsKey(key);

    public JsonElement? Value(string key, JsonValueKind kind, string expected)
    {
        if (!_values.TryGetValue(key, out var value))
        {
            _flaws.Add($"{_path}: '{key}' is missing ({expected})");
            return null;
        }

        if (value.ValueKind == kind)
        {
            return value;
        }

        _flaws.Add($"{_path}: '{key}' is {Shown(value)}, but must be {expected}");
        return null;
    }

    public string? Text(string key, string expected) => Value(key, JsonValueKind.String, expected)?.GetString();

    /// <summary>A decimal, written as a string so that no digit is lost on the way.</summary>
    public decimal? Number(string key, decimal least, decimal most)
    {
        var expected = string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}, written as a string");
        if (Value(key, JsonValueKind.String, expected) is not { } value)
        {
            return null;
        }

        const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (decimal.TryParse(value.GetString(), Plain, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        _flaws.Add($"{_path}: '{key}' is {Shown(value)}, but must be {expected}");
        return null;
    }

    /// <summary>The number where the key is there, else the default.</summary>
    public decimal? NumberOr(string key, decimal absent, decimal least, decimal most) =>
        Has(key) ? Number(key, least, most) : absent;

    private static string Shown(JsonElement value)
    {
        var raw = value.GetRawText();
        return raw.Length <= 40 ? raw : raw[..40] + "…";
    }
}
