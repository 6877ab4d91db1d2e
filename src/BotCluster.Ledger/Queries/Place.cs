using System.Globalization;

namespace BotCluster.Ledger.Queries;

/// <summary>Spells where a page ended, and reads it back.</summary>
/// <remarks>Callers keep places from forgery; a place that cannot be read is a mistake of ours.</remarks>
internal static class Place
{
    private const char Between = '|';

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset at, string id) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks}{Between}{id}");

    public static long Number(string place) => long.Parse(place, NumberStyles.Integer, CultureInfo.InvariantCulture);

    public static (DateTimeOffset At, string Id) Instant(string place)
    {
        var (first, rest) = Split(place);
        return (new DateTimeOffset(Number(first), TimeSpan.Zero), rest);
    }

    public static (string First, string Others) Split(string place)
    {
        var at = place.IndexOf(Between, StringComparison.Ordinal);
        return at > 0 ? (place[..at], place[(at + 1)..]) : throw new FormatException($"'{place}' is no place in a list.");
    }
}
