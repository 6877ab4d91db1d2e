namespace BotCluster.Gateways.Candles;

/// <summary>Hands out a stream line by line without keeping more than one buffer of it.</summary>
/// <remarks>
/// A candle file is six plain numbers a row, without quotes or escapes, so a general CSV library would only cost time
/// (a row here takes a fraction of a microsecond and allocates nothing) and would have to be told to be strict.
/// </remarks>
internal sealed class LineReader(Stream stream)
{
    /// <summary>No honest row comes near this; a longer one is another format, or an attempt to fill the memory.</summary>
    public const int LongestLine = 256;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    public int LineNumber { get; private set; }

    public long BytesRead { get; private set; }

    public bool IsAtEnd { get; private set; }

    /// <summary>The next line without its line break; it is valid until the next call.</summary>
    public LineRead Next(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest.IndexOf((byte)'\n');
            if (length >= 0)
            {
                _start += length + 1;
                return Give(rest[..length], out line);
            }

            if (rest.Length > LongestLine + 1)
            {
                return Give(rest, out line);
            }

            if (IsAtEnd)
            {
                _start = _end;
                line = rest;
                return rest.IsEmpty ? LineRead.End : Give(rest, out line);
            }

            Fill();
        }
    }

    private LineRead Give(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> line)
    {
        LineNumber++;
        line = text is [.., (byte)'\r'] ? text[..^1] : text;
        return line.Length > LongestLine ? LineRead.TooLong : LineRead.Line;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        var read = stream.Read(_buffer.AsSpan(_end));
        _end += read;
        BytesRead += read;
        IsAtEnd = read == 0;
    }
}

/// <summary>What the next line of a stream turned out to be.</summary>
internal enum LineRead
{
    Line = 1,
    TooLong = 2,
    End = 3,
}
