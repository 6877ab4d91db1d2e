using System.Text;

namespace BotCluster.Gateways.Tests.Candles;

/// <summary>Begins with a text and then gives zeros for ever, and counts what it gave.</summary>
internal sealed class EndlessStream(string beginning) : Stream
{
    private readonly byte[] _beginning = Encoding.UTF8.GetBytes(beginning);

    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var left = (int)Math.Max(0, _beginning.Length - Given);
        var given = left > 0 ? Math.Min(left, count) : count;
        if (left > 0)
        {
            Array.Copy(_beginning, Given, buffer, offset, given);
        }
        else
        {
            Array.Fill(buffer, (byte)'0', offset, given);
        }

        Given += given;
        return given;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
