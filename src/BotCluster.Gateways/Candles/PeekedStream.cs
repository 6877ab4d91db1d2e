namespace BotCluster.Gateways.Candles;

/// <summary>A stream whose first and last bytes can be looked at around reading it; works where seeking does not (an upload).</summary>
/// <remarks>
/// Gzip ends with the size of what was packed. The framework's reader does not miss the end of data that were cut
/// off, so <see cref="Tail"/> is held against the size that came out.
/// </remarks>
internal sealed class PeekedStream : Stream
{
    private readonly Stream _inner;
    private readonly byte[] _first = new byte[2];
    private readonly int _held;
    private int _given;
    private uint _tail;

    public PeekedStream(Stream inner)
    {
        _inner = inner;
        _held = inner.ReadAtLeast(_first, _first.Length, throwOnEndOfStream: false);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public bool StartsWith(ReadOnlySpan<byte> bytes) => _first.AsSpan(0, _held).StartsWith(bytes);

    /// <summary>Reads what is left and gives the last four bytes as a little-endian number.</summary>
    public uint Tail()
    {
        Span<byte> rest = stackalloc byte[512];
        while (Read(rest) > 0)
        {
        }

        return _tail;
    }

    public override int Read(Span<byte> buffer)
    {
        int count;
        if (_given == _held)
        {
            count = _inner.Read(buffer);
        }
        else
        {
            count = Math.Min(buffer.Length, _held - _given);
            _first.AsSpan(_given, count).CopyTo(buffer);
            _given += count;
        }

        foreach (var value in buffer[Math.Max(0, count - sizeof(uint))..count])
        {
            _tail = (_tail >> 8) | ((uint)value << 24);
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
