using System.Diagnostics.CodeAnalysis;

namespace BotCluster.Trading.Markets;

/// <summary>Whether an instrument changes hands (spot) or is a contract without end (perpetual).</summary>
public enum MarketKind
{
    Spot = 1,
    Perpetual = 2,
}

/// <summary>What is traded against what: <c>BTC-USDT</c> on spot, <c>BTC-USDT-PERP</c> as a perpetual contract.</summary>
public readonly record struct Symbol : IComparable<Symbol>
{
    private const string PerpetualSuffix = "PERP";

    private readonly string? _text;

    private Symbol(string text, Asset @base, Asset quote, MarketKind kind)
    {
        _text = text;
        Base = @base;
        Quote = quote;
        Kind = kind;
    }

    public Asset Base { get; }

    public Asset Quote { get; }

    public MarketKind Kind { get; }

    public static Symbol Spot(Asset @base, Asset quote) => new($"{@base}-{quote}", @base, quote, MarketKind.Spot);

    public static Symbol Perpetual(Asset @base, Asset quote) =>
        new($"{@base}-{quote}-{PerpetualSuffix}", @base, quote, MarketKind.Perpetual);

    public static Symbol Parse(string text) => TryParse(text, out var symbol)
        ? symbol
        : throw new FormatException($"'{text}' is not a symbol: BASE-QUOTE or BASE-QUOTE-{PerpetualSuffix}, such as BTC-USDT.");

    public static bool TryParse([NotNullWhen(true)] string? text, out Symbol symbol)
    {
        symbol = default;
        var parts = text?.Split('-') ?? [];
        if (parts.Length is < 2 or > 3 || !Asset.IsValid(parts[0]) || !Asset.IsValid(parts[1]))
        {
            return false;
        }

        if (parts.Length == 3 && parts[2] != PerpetualSuffix)
        {
            return false;
        }

        symbol = parts.Length == 3
            ? Perpetual(new Asset(parts[0]), new Asset(parts[1]))
            : Spot(new Asset(parts[0]), new Asset(parts[1]));
        return true;
    }

    // The text spells everything a symbol is, so it alone decides equality and order.
    public bool Equals(Symbol other) => string.Equals(_text, other._text, StringComparison.Ordinal);

    public override int GetHashCode() => _text is null ? 0 : string.GetHashCode(_text, StringComparison.Ordinal);

    public int CompareTo(Symbol other) => string.CompareOrdinal(_text, other._text);

    public override string ToString() => _text ?? "";
}
