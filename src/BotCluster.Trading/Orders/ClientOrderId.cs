using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace BotCluster.Trading.Orders;

/// <summary>The name of an order at a venue: installation, bot, epoch and the bot's durable order number, in 23 letters and digits.</summary>
/// <remarks>
/// Written in the intent and never derived again. It can be read back, so that an order found at a venue tells whose
/// it is. Lower-case base 36 with fixed widths: <c>b</c>, installation (6), bot number (7), epoch (3), order number (6).
/// </remarks>
public readonly record struct ClientOrderId
{
    public const int Length = 23;
    public const int InstallationLength = 6;
    private const int BotLength = 7;
    private const int EpochLength = 3;
    private const int NumberLength = 6;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> OwnDigits = SearchValues.Create(Digits);

    private readonly string? _text;

    private ClientOrderId(string text) => _text = text;

    public string Installation => Text.Substring(1, InstallationLength);

    public long BotNumber => Decode(1 + InstallationLength, BotLength);

    public int Epoch => (int)Decode(1 + InstallationLength + BotLength, EpochLength);

    public long Number => Decode(1 + InstallationLength + BotLength + EpochLength, NumberLength);

    private string Text => _text ?? throw new InvalidOperationException("An order id that was never set was used.");

    public static ClientOrderId Of(string installation, long botNumber, int epoch, long number)
    {
        if (installation is not { Length: InstallationLength } || !installation.All(Digits.Contains))
        {
            throw new ArgumentException($"An installation is {InstallationLength} lower-case letters and digits.", nameof(installation));
        }

        return new ClientOrderId(string.Create(Length, (installation, botNumber, epoch, number), static (span, parts) =>
        {
            span[0] = 'b';
            parts.installation.CopyTo(span[1..]);
            Encode(span.Slice(1 + InstallationLength, BotLength), parts.botNumber);
            Encode(span.Slice(1 + InstallationLength + BotLength, EpochLength), parts.epoch);
            Encode(span[(1 + InstallationLength + BotLength + EpochLength)..], parts.number);
        }));
    }

    /// <summary>False for an order that is not ours: somebody else's, or made by hand at the venue.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ClientOrderId id)
    {
        id = default;
        if (text is not { Length: Length } || text[0] != 'b' || text.AsSpan().ContainsAnyExcept(OwnDigits))
        {
            return false;
        }

        id = new ClientOrderId(text);
        return true;
    }

    public override string ToString() => _text ?? "";

    private static void Encode(Span<char> span, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (var index = span.Length - 1; index >= 0; index--)
        {
            span[index] = Digits[(int)(value % 36)];
            value /= 36;
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(value, 0, nameof(value));
    }

    private long Decode(int start, int length)
    {
        var value = 0L;
        foreach (var character in Text.AsSpan(start, length))
        {
            value = (value * 36) + Digits.IndexOf(character, StringComparison.Ordinal);
        }

        return value;
    }
}
