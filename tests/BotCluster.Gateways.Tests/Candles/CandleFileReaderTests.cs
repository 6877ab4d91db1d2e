using System.IO.Compression;
using System.Text;
using BotCluster.Gateways.Candles;
using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Tests.Candles;

public sealed class CandleFileReaderTests
{
    private const string Header = "open_time_ms,open,high,low,close,volume\n";
    private const string First = "1704067200000,10,12,9,11,100\n";
    private const string Second = "1704067500000,11,12,10.5,11.5,0\n";

    [Fact]
    public void Reads_plain_rows_with_any_line_break_and_without_a_last_one()
    {
        var file = Whole(Encoding.UTF8.GetBytes("\uFEFF" + (Header + First + Second).Replace("\n", "\r\n", StringComparison.Ordinal)[..^2]));

        Assert.Equal(
            [
                new Candle(DateTimeOffset.FromUnixTimeSeconds(1704067200), 10, 12, 9, 11, 100),
                new Candle(DateTimeOffset.FromUnixTimeSeconds(1704067500), 11, 12, 10.5, 11.5, 0),
            ],
            file.Candles);
        Assert.Empty(file.Gaps);
    }

    [Theory]
    [InlineData("2024-01-01T00:00:00Z", "2024-01-01T00:05:00Z")]
    [InlineData("2024-01-01 00:00:00", "2024-01-01 00:05")]
    [InlineData("2024-01-01T01:00:00.000+01:00", "2024-01-01 00:05:00+00:00")]
    [InlineData("2024-01-01", "2024-01-01T00:05Z")]
    public void Reads_iso_times_and_takes_a_time_without_an_offset_as_utc(string first, string second)
    {
        var file = Whole(Bytes($"open_time,open,high,low,close,volume\n{first},10,12,9,11,100\n{second},11,12,10,11,1\n"));

        Assert.Equal([1704067200L, 1704067500L], file.Candles.Select(candle => candle.OpenTime.ToUnixTimeSeconds()));
    }

    [Fact]
    public void Reports_each_gap_with_its_ends_and_its_count()
    {
        var file = Whole(Bytes(Header + First + Second + "1704068400000,11,12,10,11,1\n1704069000000,11,12,10,11,1\n"));

        Assert.Equal(
            [
                new CandleGap(At("00:10"), At("00:15"), 2),
                new CandleGap(At("00:25"), At("00:25"), 1),
            ],
            file.Gaps);
    }

    [Theory]
    [InlineData("", null, "the file is empty; it must begin with 'open_time_ms,open,high,low,close,volume'")]
    [InlineData("time,open,high,low,close,volume\n", 1, "the header must be")]
    [InlineData(First, 1, "the header must be")]
    [InlineData(Header, null, "not one row below it")]
    [InlineData(Header + First + "\n" + Second, 3, "the line is empty")]
    [InlineData(Header + First + "1704067500000,11,12,10,11\n", 3, "5 columns instead of 6")]
    [InlineData(Header + First + "1704067500000,11,12,10,11,1,7\n", 3, "more than 6 columns")]
    [InlineData(Header + "soon,10,12,9,11,100\n", 2, "the time 'soon' is not a whole number of milliseconds")]
    [InlineData(Header + "1704067200,10,12,9,11,100\n", 2, "must be milliseconds since 1970, not seconds")]
    [InlineData(Header + "99999999999999999999,10,12,9,11,100\n", 2, "is not a whole number")]
    [InlineData(Header + "1704067200000,ten,12,9,11,100\n", 2, "the open 'ten' is not a number")]
    [InlineData(Header + "1704067200000,10,,9,11,100\n", 2, "the high is missing")]
    [InlineData(Header + "1704067200000,10,12, 9,11,100\n", 2, "the low ' 9' is not a number")]
    [InlineData(Header + "1704067200000,10,12,9,NaN,100\n", 2, "the close 'NaN' is not a number below 10^15")]
    [InlineData(Header + "1704067200000,10,Infinity,9,11,100\n", 2, "the high 'Infinity' is not a number below 10^15")]
    [InlineData(Header + "1704067200000,10,1e300,9,11,100\n", 2, "the high '1e300' is not a number below 10^15")]
    [InlineData(Header + "1704067200000,10,12,9,11,-1\n", 2, "the volume is negative or not a finite number (open 10, high 12, low 9, close 11, volume -1)")]
    [InlineData(Header + "1704067200000,-10,12,-11,11,1\n", 2, "a price is zero or negative")]
    [InlineData(Header + "1704067200000,10,12,0,11,1\n", 2, "a price is zero or negative")]
    [InlineData(Header + "1704067200000,10,10.5,9,11,1\n", 2, "the high is below the open or the close")]
    [InlineData(Header + "1704067200000,10,12,10.5,11,1\n", 2, "the low is above the open or the close")]
    [InlineData(Header + "1704067201000,10,12,9,11,100\n", 2, "2024-01-01 00:00:01 is not on the grid of 5m (the candle would open at 2024-01-01 00:00:00)")]
    [InlineData(Header + First + First, 3, "the candle of 2024-01-01 00:00:00 stands there twice")]
    [InlineData(Header + Second + First, 3, "comes after the one of 2024-01-01 00:05:00; rows must be in order")]
    [InlineData(Header + "1704067200000,10,12,9,11,1\n1704070800000,10,12,9,11,1\n1704074400000,10,12,9,11,1\n", null, "no two rows are 5m apart, the closest are 01:00:00 apart")]
    [InlineData(Header + "1704067200000,\u0001\u0002,12,9,11,1\n", 2, "the open '??' is not a number")]
    public void Refuses_the_whole_file_and_names_the_line(string text, int? line, string expected)
    {
        var flaw = Refused(Bytes(text));

        Assert.Equal("BAD.csv", flaw.File);
        Assert.Equal(line, flaw.Line);
        Assert.Contains(expected, flaw.Message, StringComparison.Ordinal);
        Assert.StartsWith(line is null ? "BAD.csv: " : $"BAD.csv, line {line}: ", flaw.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-01-01T00:00:00 (Monday)")]
    [InlineData("01/02/2024 00:00")]
    [InlineData("2024-13-01T00:00:00Z")]
    [InlineData("")]
    public void Refuses_a_time_that_is_not_iso(string time) => Assert.Contains(
        "is not an ISO 8601 time", Refused(Bytes($"open_time,open,high,low,close,volume\n{time},10,12,9,11,100\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_a_line_that_never_ends_without_reading_it_whole()
    {
        using var endless = new EndlessStream(Header + First);

        var outcome = CandleFileReader.Read(endless, "BAD.csv", Timeframe.FiveMinutes);

        var flaw = Assert.IsType<CandleFileOutcome.Refused>(outcome).Flaw;
        Assert.Equal(3, flaw.Line);
        Assert.Contains("longer than 256 bytes", flaw.Message, StringComparison.Ordinal);
        Assert.True(endless.Given < 1_000_000, $"{endless.Given} bytes were read");
    }

    [Fact]
    public void Refuses_gzip_data_cut_off_anywhere()
    {
        var text = Header + string.Concat(Enumerable.Range(0, 2_000).Select(row => $"{1704067200000 + (row * 300_000L)},10,12,9,11,{row * 7919 % 1000}\n"));
        var packed = Packed(text);

        foreach (var length in new[] { 3, 9, 11, packed.Length / 3, packed.Length / 2, packed.Length - 9, packed.Length - 8, packed.Length - 4, packed.Length - 1 })
        {
            var flaw = Refused(packed[..length]);
            Assert.Contains("cut off here", flaw.Message, StringComparison.Ordinal);
        }

        Assert.Equal(2_000, Whole(packed).Candles.Count);
    }

    [Fact]
    public void Refuses_gzip_data_with_a_flipped_bit()
    {
        var packed = Packed(Header + First + Second);
        packed[^5] ^= 1;

        Assert.Contains("the gzip data are damaged", Refused(packed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_file_does_not_exist() =>
        Assert.Equal("nowhere.csv: there is no such file", Assert.IsType<CandleFileOutcome.Refused>(
            CandleFileReader.Read("/nowhere/nowhere.csv", Timeframe.OneHour)).Flaw.ToString());

    [Fact]
    public void Says_that_a_folder_is_no_file() =>
        Assert.Contains("cannot be read", Assert.IsType<CandleFileOutcome.Refused>(
            CandleFileReader.Read(DemoFiles.Candles, Timeframe.OneHour)).Flaw.Message, StringComparison.Ordinal);

    [Fact]
    public void Reads_numbers_exactly_as_the_general_parser_does()
    {
        const int Seed = 20240101;
        var random = new Random(Seed);
        for (var round = 0; round < 20_000; round++)
        {
            var number = Math.Round((decimal)(random.NextDouble() * Math.Pow(10, random.Next(-8, 12))), random.Next(0, 9));
            var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (PlainNumber.TryRead(Encoding.UTF8.GetBytes(text), out var value))
            {
                Assert.Equal(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), value);
            }
        }
    }

    [Theory]
    [InlineData("BINANCE_BTCUSDT_5m.csv.gz", 52_416)]
    [InlineData("BINANCE_PEPEUSDT_1h.csv.gz", 4_368)]
    public void Reads_the_real_files(string file, int rows)
    {
        Assert.True(CandleFileName.TryParse(file, out var name));

        var outcome = CandleFileReader.Read(Path.Combine(DemoFiles.Candles, file), name.Timeframe);

        var read = Assert.IsType<CandleFileOutcome.Read>(outcome).File;
        Assert.Equal(rows, read.Candles.Count);
        Assert.Empty(read.Gaps);
        Assert.Equal(At("00:00"), read.Candles[0].OpenTime);
    }

    private static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse($"2024-01-01T{time}Z", System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Bytes(text));
        }

        return packed.ToArray();
    }

    private static CandleFile Whole(byte[] content) => Assert.IsType<CandleFileOutcome.Read>(
        CandleFileReader.Read(new MemoryStream(content), "GOOD.csv", Timeframe.FiveMinutes)).File;

    private static CandleFileFlaw Refused(byte[] content) => Assert.IsType<CandleFileOutcome.Refused>(
        CandleFileReader.Read(new MemoryStream(content), "BAD.csv", Timeframe.FiveMinutes)).Flaw;
}
