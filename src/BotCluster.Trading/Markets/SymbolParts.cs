using System.Collections.Concurrent;

namespace BotCluster.Trading.Markets;

/// <summary>What a symbol consists of.</summary>
internal sealed class SymbolParts(string text, Asset @base, Asset quote, MarketKind kind)
{
    // More than any venue lists. Beyond it (somebody feeds us made-up names) symbols are equal but no longer shared.
    private const int MostShared = 10_000;

    private static readonly ConcurrentDictionary<string, SymbolParts> Known = new(StringComparer.Ordinal);

    public string Text { get; } = text;

    public Asset Base { get; } = @base;

    public Asset Quote { get; } = quote;

    public MarketKind Kind { get; } = kind;

    public int Hash { get; } = string.GetHashCode(text, StringComparison.Ordinal);

    public static SymbolParts? Find(string text) => Known.GetValueOrDefault(text);

    public static SymbolParts Shared(SymbolParts parts) =>
        Known.TryGetValue(parts.Text, out var known) ? known
        : Known.Count < MostShared ? Known.GetOrAdd(parts.Text, parts)
        : parts;
}
