using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BotCluster.Trading.Markets;

/// <summary>How long one candle lasts: any whole number of minutes from one minute to one week (<c>5m</c>, <c>1h</c>, <c>1d</c>, <c>1w</c>).</summary>
/// <remarks>Candles start on multiples of the timeframe since 1970-01-01 UTC; weeks start on Monday.</remarks>
public readonly record struct Timeframe : IComparable<Timeframe>
{
    public const int LongestMinutes = 7 * 24 * 60;

    public const string Allowed = "1m to 1w, as a number and m, h, d or w (5m, 1h, 4h, 1d)";

    // 1970-01-01 was a Thursday; the first Monday came four days later.
    private static readonly long MondayOffsetTicks = TimeSpan.FromDays(4).Ticks;

    private readonly int _minutes;

    public Timeframe(int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, LongestMinutes);
        _minutes = minutes;
    }

    public static Timeframe OneMinute => new(1);

    public static Timeframe FiveMinutes => new(5);

    public static Timeframe OneHour => new(60);

    public static Timeframe FourHours => new(240);

    public static Timeframe OneDay => new(24 * 60);

    public int Minutes => _minutes > 0 ? _minutes : throw new InvalidOperationException("A timeframe without a length was used.");

    public TimeSpan Length => TimeSpan.FromMinutes(Minutes);

    private long Offset => Minutes % LongestMinutes == 0 ? MondayOffsetTicks : 0;

    /// <summary>The start of the candle that holds this instant.</summary>
    public DateTimeOffset OpenOf(DateTimeOffset instant)
    {
        var sinceOrigin = instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks - Offset;
        var remainder = sinceOrigin % Length.Ticks;
        return new DateTimeOffset(instant.UtcTicks - (remainder < 0 ? remainder + Length.Ticks : remainder), TimeSpan.Zero);
    }

    /// <summary>Whether a candle of this timeframe closes (and the next one opens) exactly at this instant.</summary>
    public bool ClosesAt(DateTimeOffset instant) => OpenOf(instant).UtcTicks == instant.UtcTicks;

    /// <summary>Whether candles of this timeframe can be put together from candles of <paramref name="finer"/>.</summary>
    public bool IsMultipleOf(Timeframe finer) => Minutes % finer.Minutes == 0;

    public static Timeframe Parse(string text) => TryParse(text, out var timeframe)
        ? timeframe
        : throw new FormatException($"'{text}' is not a timeframe: {Allowed}.");

    public static bool TryParse([NotNullWhen(true)] string? text, out Timeframe timeframe)
    {
        timeframe = default;
        if (text is not { Length: >= 2 and <= 6 }
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        var unit = text[^1] switch { 'm' => 1, 'h' => 60, 'd' => 24 * 60, 'w' => LongestMinutes, _ => 0 };
        var minutes = (long)count * unit;
        if (minutes is < 1 or > LongestMinutes)
        {
            return false;
        }

        timeframe = new Timeframe((int)minutes);
        return true;
    }

    public int CompareTo(Timeframe other) => _minutes.CompareTo(other._minutes);

    public override string ToString() => _minutes switch
    {
        0 => "",
        LongestMinutes => "1w",
        _ when _minutes % (24 * 60) == 0 => $"{_minutes / (24 * 60)}d",
        _ when _minutes % 60 == 0 => $"{_minutes / 60}h",
        _ => $"{_minutes}m",
    };
}
