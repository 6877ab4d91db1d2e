using System.IO.Compression;
using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Candles;

/// <summary>Reads a candle file, plain or gzip. One bad row, and nothing of the file is taken.</summary>
public static class CandleFileReader
{
    /// <summary>Ten million rows, nineteen years of minutes, take half a gigabyte.</summary>
    public const int MostRows = 10_000_000;

    /// <param name="path">Where the file is.</param>
    /// <param name="timeframe">The grid its candles must lie on.</param>
    public static CandleFileOutcome Read(string path, Timeframe timeframe)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
            return Read(stream, name, timeframe);
        }
        catch (Exception flaw) when (flaw is FileNotFoundException or DirectoryNotFoundException)
        {
            return new CandleFileOutcome.Refused(new CandleFileFlaw(name, null, "there is no such file"));
        }
        catch (Exception flaw) when (flaw is IOException or UnauthorizedAccessException)
        {
            return new CandleFileOutcome.Refused(new CandleFileFlaw(name, null, $"it cannot be read: {flaw.Message}"));
        }
    }

    /// <param name="stream">The file's bytes; gzip is recognised by its first two. It is closed at the end.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="timeframe">The grid its candles must lie on.</param>
    public static CandleFileOutcome Read(Stream stream, string name, Timeframe timeframe)
    {
        using var plain = new PeekedStream(stream);
        using var unpacked = plain.StartsWith([0x1f, 0x8b]) ? new GZipStream(plain, CompressionMode.Decompress) : null;
        var lines = new LineReader((Stream?)unpacked ?? plain);
        var rows = new CandleRows(timeframe);
        string? flaw;
        try
        {
            flaw = rows.Read(lines);
        }
        catch (InvalidDataException)
        {
            return Refused(name, lines.LineNumber + 1, "the gzip data are damaged here");
        }

        if (unpacked is not null && lines.IsAtEnd && (lines.BytesRead == 0 || plain.Tail() != unchecked((uint)lines.BytesRead)))
        {
            const string CutOff = "the gzip data are empty, cut off here, or packed in several parts (pack them in one)";
            return Refused(name, lines.LineNumber + 1, CutOff);
        }

        if (flaw is not null)
        {
            return Refused(name, lines.LineNumber == 0 ? null : lines.LineNumber, flaw);
        }

        return rows.WholeFlaw() is { } whole
            ? Refused(name, null, whole)
            : new CandleFileOutcome.Read(new CandleFile(name, timeframe, rows.Candles, rows.Gaps));
    }

    private static CandleFileOutcome.Refused Refused(string name, int? line, string message) =>
        new(new CandleFileFlaw(name, line, message));
}
