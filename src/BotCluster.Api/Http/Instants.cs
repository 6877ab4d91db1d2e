using System.Globalization;

namespace BotCluster.Api.Http;

/// <summary>Times as they travel: ISO 8601 in UTC, to the second where that is exact.</summary>
internal static class Instants
{
    public const string Allowed = "ISO 8601 in UTC, such as 2024-02-01T00:05:00Z";

    private static readonly string[] Shapes =
        ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd"];

    public static bool TryParse(string text, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        text, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);

    public static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
