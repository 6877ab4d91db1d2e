using BotCluster.Gateways.Instruments;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Gateways.Replay;

/// <summary>Every candle that a replay can use: the files of a folder and what was imported into the archive.</summary>
/// <remarks>
/// Half a million candles take 25 MB and half a second to read, so they are held, once, and not streamed. What is
/// imported while a replay runs joins it at the next start.
/// </remarks>
public sealed class CandleLibrary
{
    private readonly Dictionary<Symbol, SymbolCandles> _symbols;

    private CandleLibrary(InstrumentCatalog catalog, Dictionary<Symbol, SymbolCandles> symbols, IReadOnlyList<string> notes)
    {
        Catalog = catalog;
        _symbols = symbols;
        Notes = notes;
    }

    public InstrumentCatalog Catalog { get; }

    /// <summary>What was left aside and why, for the log: a file nothing is priced by, an instrument without candles.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <param name="catalog">The instruments to find candles for.</param>
    /// <param name="folder">Where the candle files are.</param>
    /// <param name="archive">What was imported; null where nothing can have been.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidCandlesException">A file is bad, or there is not one candle for any instrument.</exception>
    public static async Task<CandleLibrary> LoadAsync(
        InstrumentCatalog catalog, string folder, ICandleArchive? archive, CancellationToken cancellationToken)
    {
        var shelf = new CandleShelf(catalog);
        shelf.AddFolder(folder, cancellationToken);
        if (archive is not null)
        {
            await shelf.AddArchiveAsync(archive, cancellationToken);
        }

        var symbols = shelf.Symbols();
        if (symbols.Count == 0)
        {
            throw new InvalidCandlesException($"{folder} has no candles of any instrument ({string.Join(", ", catalog.CandleSymbols)}).");
        }

        var missing = catalog.Symbols
            .Where(symbol => !symbols.ContainsKey(catalog.CandlesOf(symbol)!.Value))
            .Select(symbol => $"{symbol} is not offered: there are no candles of {catalog.CandlesOf(symbol)}.");
        return new CandleLibrary(catalog, symbols, [.. shelf.Notes, .. missing]);
    }

    /// <summary>The candles that price this instrument; null where there are none.</summary>
    internal SymbolCandles? For(Symbol instrument) =>
        Catalog.CandlesOf(instrument) is { } symbol ? _symbols.GetValueOrDefault(symbol) : null;

    /// <summary>The stored candles of each symbol, in the order of the catalogue.</summary>
    internal IEnumerable<SymbolCandles> All() =>
        Catalog.CandleSymbols.Select(symbol => _symbols.GetValueOrDefault(symbol)).OfType<SymbolCandles>();
}
