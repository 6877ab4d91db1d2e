using System.Globalization;

namespace BotCluster.Api.Http;

/// <summary>What a reason in words has to be.</summary>
internal static class TextRules
{
    public const int Longest = 500;

    public static string? Flaw(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
        {
            return string.Create(CultureInfo.InvariantCulture, $"has to have 1 to {Longest} characters, and not only blanks");
        }

        return text.Any(char.IsControl) ? "must not hold control characters or line breaks" : null;
    }
}
