using System.Globalization;
using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Candles;

/// <summary>Collects the rows of a candle file and watches that they follow each other on the timeframe's grid.</summary>
internal sealed class CandleRows(Timeframe timeframe)
{
    private readonly List<Candle> _candles = [];
    private readonly List<CandleGap> _gaps = [];
    private readonly TimeSpan _length = timeframe.Length;
    private TimeSpan _closest = TimeSpan.MaxValue;
    private DateTimeOffset _last;

    public IReadOnlyList<Candle> Candles => _candles;

    public IReadOnlyList<CandleGap> Gaps => _gaps;

    /// <returns>Null where every row was good, else what is wrong with the line that was read last.</returns>
    public string? Read(LineReader lines)
    {
        const string Headers = $"'{CandleRow.MillisecondHeader}' or '{CandleRow.IsoHeader}'";
        var read = lines.Next(out var line);
        if (read == LineRead.End)
        {
            return $"the file is empty; it must begin with {Headers}";
        }

        if (read == LineRead.TooLong || CandleRow.Below(line) is not { } row)
        {
            return $"the header must be {Headers}";
        }

        while ((read = lines.Next(out line)) != LineRead.End)
        {
            if (read == LineRead.TooLong)
            {
                return $"the line is longer than {LineReader.LongestLine} bytes, which no candle is";
            }

            if ((row.Read(line, out var candle) ?? Take(candle)) is { } flaw)
            {
                return flaw;
            }
        }

        return null;
    }

    /// <returns>What is wrong with the rows taken together; null where nothing is.</returns>
    public string? WholeFlaw() => _candles.Count switch
    {
        0 => "there is a header, but not one row below it",
        > 1 when _closest > _length =>
            $"no two rows are {timeframe} apart, the closest are {Shown(_closest)} apart: is the timeframe right?",
        _ => null,
    };

    private string? Take(in Candle candle)
    {
        var opened = candle.OpenTime;
        if (!timeframe.ClosesAt(opened))
        {
            return $"{Shown(opened)} is not on the grid of {timeframe} (the candle would open at {Shown(timeframe.OpenOf(opened))})";
        }

        if (_candles.Count == CandleFileReader.MostRows)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the file has more than {CandleFileReader.MostRows:N0} rows; split it");
        }

        if (_candles.Count > 0)
        {
            if (opened <= _last)
            {
                return opened == _last
                    ? $"the candle of {Shown(opened)} stands there twice"
                    : $"the candle of {Shown(opened)} comes after the one of {Shown(_last)}; rows must be in order";
            }

            NoteDistance(opened);
        }

        _candles.Add(candle);
        _last = opened;
        return null;
    }

    private void NoteDistance(DateTimeOffset opened)
    {
        var distance = opened - _last;
        if (distance < _closest)
        {
            _closest = distance;
        }

        if (distance > _length)
        {
            _gaps.Add(new CandleGap(_last + _length, opened - _length, (distance.Ticks / _length.Ticks) - 1));
        }
    }

    private static string Shown(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Shown(TimeSpan distance) => distance.ToString("c", CultureInfo.InvariantCulture);
}
