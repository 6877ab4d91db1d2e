using System.Globalization;

namespace BotCluster.Engine.Json;

/// <summary>How exact numbers are spelled: digits, a point, a sign; no exponents, no separators, no blanks.</summary>
internal static class Decimals
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static bool TryParse(string? text, out decimal value) =>
        decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out value);

    public static string Spell(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a text that is no decimal would be one if decimals went further.</summary>
    public static bool IsBeyondRange(string? text) =>
        text is not null && text.Any(char.IsAsciiDigit)
        && double.TryParse(text, Plain, CultureInfo.InvariantCulture, out var size) && Math.Abs(size) > 7.9e28;
}
