using System.Buffers.Text;
using System.Globalization;
using System.Text;
using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Candles;

/// <summary>Reads one row of a candle file: a time and five numbers.</summary>
internal sealed class CandleRow
{
    public const string MillisecondHeader = "open_time_ms,open,high,low,close,volume";
    public const string IsoHeader = "open_time,open,high,low,close,volume";

    private const double MostMoney = 1e15;
    private const int Columns = 6;

    private static readonly DateTimeOffset Earliest = new(1971, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Names = ["time", "open", "high", "low", "close", "volume"];

    private static readonly string[] IsoFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd",
    ];

    private readonly bool _isIso;

    private CandleRow(bool isIso) => _isIso = isIso;

    /// <returns>How to read the rows below this header; null where it is not the header of a candle file.</returns>
    public static CandleRow? Below(ReadOnlySpan<byte> header)
    {
        if (header.StartsWith(Encoding.UTF8.Preamble))
        {
            header = header[Encoding.UTF8.Preamble.Length..];
        }

        return Encoding.UTF8.GetString(header) switch
        {
            MillisecondHeader => new CandleRow(isIso: false),
            IsoHeader => new CandleRow(isIso: true),
            _ => null,
        };
    }

    /// <returns>Null where the row is good, else what is wrong with it.</returns>
    public string? Read(ReadOnlySpan<byte> line, out Candle candle)
    {
        candle = default;
        Span<Range> columns = stackalloc Range[Columns + 1];
        var count = Split(line, columns);
        if (count != Columns)
        {
            var header = _isIso ? IsoHeader : MillisecondHeader;
            return line.IsEmpty
                ? "the line is empty"
                : $"{(count > Columns ? "more than " + Columns : count)} columns instead of {Columns} ({header})";
        }

        if (Time(line[columns[0]], out var time) is { } timeFlaw)
        {
            return timeFlaw;
        }

        Span<double> numbers = stackalloc double[Columns];
        for (var column = 1; column < Columns; column++)
        {
            if (Number(line[columns[column]], Names[column], out numbers[column]) is { } flaw)
            {
                return flaw;
            }
        }

        candle = new Candle(time, numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
        return candle.Flaw() is { } impossible
            ? string.Create(CultureInfo.InvariantCulture,
                $"{impossible} (open {numbers[1]}, high {numbers[2]}, low {numbers[3]}, close {numbers[4]}, volume {numbers[5]})")
            : null;
    }

    // Fills the columns' places; a line with too many of them is counted one too far and no further.
    private static int Split(ReadOnlySpan<byte> line, Span<Range> columns)
    {
        var count = 0;
        var start = 0;
        while (count < columns.Length)
        {
            var comma = line[start..].IndexOf((byte)',');
            columns[count++] = comma < 0 ? start.. : start..(start + comma);
            if (comma < 0)
            {
                break;
            }

            start += comma + 1;
        }

        return count;
    }

    private string? Time(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (_isIso)
        {
            if (!DateTimeOffset.TryParseExact(
                Encoding.UTF8.GetString(text), IsoFormats, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time))
            {
                return $"the time {Shown(text)} is not an ISO 8601 time such as 2024-01-01T00:05:00Z";
            }
        }
        else
        {
            if (!Utf8Parser.TryParse(text, out long milliseconds, out var used) || used != text.Length)
            {
                return $"the time {Shown(text)} is not a whole number of milliseconds since 1970";
            }

            if (milliseconds < Earliest.ToUnixTimeMilliseconds() || milliseconds >= Latest.ToUnixTimeMilliseconds())
            {
                return $"the time {milliseconds} lies outside 1971 to 2099; it must be milliseconds since 1970, not seconds";
            }

            time = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        return time < Earliest || time >= Latest ? $"the time {Shown(text)} lies outside 1971 to 2099" : null;
    }

    private static string? Number(ReadOnlySpan<byte> text, string name, out double value)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!PlainNumber.TryRead(text, out value) && !double.TryParse(text, Plain, CultureInfo.InvariantCulture, out value))
        {
            return text.IsEmpty ? $"the {name} is missing" : $"the {name} {Shown(text)} is not a number";
        }

        return !double.IsFinite(value) || Math.Abs(value) >= MostMoney
            ? $"the {name} {Shown(text)} is not a number below 10^15"
            : null;
    }

    private static string Shown(ReadOnlySpan<byte> text)
    {
        var shown = Encoding.UTF8.GetString(text.Length > 32 ? text[..32] : text);
        return $"'{string.Concat(shown.Select(character => char.IsControl(character) ? '?' : character))}'";
    }
}
