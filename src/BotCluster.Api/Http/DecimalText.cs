using System.Globalization;
using System.Text.Json;

namespace BotCluster.Api.Http;

/// <summary>Amounts travel as text, so that no reader makes a binary fraction of them.</summary>
internal static class DecimalText
{
    public const string Allowed = "a decimal as text, such as \"10000.50\", without exponent";

    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private const int Longest = 30;

    public static bool TryRead(JsonElement value, out decimal amount)
    {
        amount = 0m;
        return value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 and <= Longest } text
            && decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out amount);
    }
}
