using System.Diagnostics.CodeAnalysis;

namespace BotCluster.Trading.Markets;

/// <summary>Whether an instrument changes hands (spot) or is a contract without end (perpetual).</summary>
public enum MarketKind
{
    Spot = 1,
    Perpetual = 2,
}

/// <summary>What is traded against what: <c>BTC-USDT</c> on spot, <c>BTC-USDT-PERP</c> as a perpetual contract.</summary>
/// <remarks>
/// One reference wide: symbols stand in every order, position and key. The ones met first are remembered, so that a
/// hundred thousand bots share a few of them; equality goes by the text all the same.
/// </remarks>
public readonly record struct Symbol : IComparable<Symbol>
{
    private const string PerpetualSuffix = "PERP";

    private readonly SymbolParts? _parts;

    private Symbol(SymbolParts parts) => _parts = parts;

    public Asset Base => _parts?.Base ?? default;

    public Asset Quote => _parts?.Quote ?? default;

    public MarketKind Kind => _parts?.Kind ?? default;

    public static Symbol Spot(Asset @base, Asset quote) =>
        new(SymbolParts.Shared(new SymbolParts($"{@base}-{quote}", @base, quote, MarketKind.Spot)));

    public static Symbol Perpetual(Asset @base, Asset quote) =>
        new(SymbolParts.Shared(new SymbolParts($"{@base}-{quote}-{PerpetualSuffix}", @base, quote, MarketKind.Perpetual)));

    public static Symbol Parse(string text) => TryParse(text, out var symbol)
        ? symbol
        : throw new FormatException($"'{text}' is not a symbol: BASE-QUOTE or BASE-QUOTE-{PerpetualSuffix}, such as BTC-USDT.");

    public static bool TryParse([NotNullWhen(true)] string? text, out Symbol symbol)
    {
        if (text is not null && SymbolParts.Find(text) is { } known)
        {
            symbol = new Symbol(known);
            return true;
        }

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
    public bool Equals(Symbol other) =>
        ReferenceEquals(_parts, other._parts) || string.Equals(_parts?.Text, other._parts?.Text, StringComparison.Ordinal);

    public override int GetHashCode() => _parts?.Hash ?? 0;

    public int CompareTo(Symbol other) => string.CompareOrdinal(_parts?.Text, other._parts?.Text);

    public override string ToString() => _parts?.Text ?? "";
}
