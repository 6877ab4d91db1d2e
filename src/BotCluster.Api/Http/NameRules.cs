using System.Globalization;

namespace BotCluster.Api.Http;

/// <summary>What people, clients and bots may be called.</summary>
internal static class NameRules
{
    public const int Longest = 100;

    public static string? Flaw(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > Longest)
        {
            return string.Create(CultureInfo.InvariantCulture, $"has to have 1 to {Longest} characters, and not only blanks");
        }

        return name.Any(IsUnprintable) ? "must not hold control characters, line breaks or marks that change the writing direction" : null;
    }

    private static bool IsUnprintable(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
