using System.Globalization;
using System.IO.Compression;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Indicators;

/// <summary>A fixture file by its columns.</summary>
internal sealed class Table
{
    private readonly string[] _header;
    private readonly string[][] _rows;

    private Table(string[] lines)
    {
        _header = lines[0].Split(',');
        _rows = [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];
    }

    public int Count => _rows.Length;

    public static Table Read(string path)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Fixtures", "indicators", path);
        return new Table(path.EndsWith(".gz", StringComparison.Ordinal) ? Unpack(file) : File.ReadAllLines(file));
    }

    public double?[] Column(string name)
    {
        var index = Array.IndexOf(_header, name);
        Assert.True(index >= 0, $"There is no column {name} among {string.Join(", ", _header)}.");
        return [.. _rows.Select(row => Number(row[index]))];
    }

    /// <summary>
    /// The rows as candles; a file without such a column gets the close for a price and 1 for a volume.
    /// </summary>
    public Candle[] Candles()
    {
        var low = First("low", "Low");
        var close = First("close", "Close")!.Select((value, row) => value ?? low![row]!.Value).ToArray();
        var open = First("open", "Open");
        var high = First("high", "High");
        var volume = First("volume", "Volume");
        return [.. close.Select((last, row) => new Candle(
            OpenTime(row), open?[row] ?? last, high?[row] ?? last, low?[row] ?? last, last,
            volume is null ? 1 : volume[row] ?? 0))];
    }

    private DateTimeOffset OpenTime(int row) => _header[0] == "open_time_ms"
        ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(_rows[row][0], CultureInfo.InvariantCulture))
        : new DateTimeOffset(2017, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(row);

    private double?[]? First(params string[] names) =>
        names.Where(_header.Contains).Select(Column).FirstOrDefault();

    private static double? Number(string text) =>
        text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Unpack(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n');
    }
}
