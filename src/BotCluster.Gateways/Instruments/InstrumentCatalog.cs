using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Instruments;

/// <summary>What a venue offers, and whose candles price each instrument: a perpetual of the paper venue follows its spot market.</summary>
public sealed class InstrumentCatalog
{
    private readonly Dictionary<Symbol, Instrument> _instruments = [];
    private readonly Dictionary<Symbol, Symbol> _candles = [];
    private readonly Dictionary<Symbol, Symbol[]> _pricedBy = [];

    internal InstrumentCatalog(string venue, IReadOnlyList<CatalogEntry> entries)
    {
        Venue = venue;
        Symbols = [.. entries.Select(entry => entry.Instrument.Symbol)];
        foreach (var entry in entries)
        {
            _instruments.Add(entry.Instrument.Symbol, entry.Instrument);
            _candles.Add(entry.Instrument.Symbol, entry.Candles);
        }

        foreach (var group in entries.GroupBy(entry => entry.Candles))
        {
            _pricedBy.Add(group.Key, [.. group.Select(entry => entry.Instrument.Symbol)]);
        }

        CandleSymbols = [.. entries.Select(entry => entry.Candles).Distinct()];
    }

    public string Venue { get; }

    /// <summary>Every instrument, in the order of the file: the fixed order of every step.</summary>
    public IReadOnlyList<Symbol> Symbols { get; }

    /// <summary>Every symbol whose candles price something, in the order of the file.</summary>
    public IReadOnlyList<Symbol> CandleSymbols { get; }

    public IReadOnlyDictionary<Symbol, Instrument> Instruments => _instruments;

    /// <returns>The symbol whose candles price this instrument; null where the venue does not offer it.</returns>
    public Symbol? CandlesOf(Symbol instrument) => _candles.TryGetValue(instrument, out var candles) ? candles : null;

    /// <summary>The instruments that these candles price, in the order of the file.</summary>
    public IReadOnlyList<Symbol> PricedBy(Symbol candles) => _pricedBy.GetValueOrDefault(candles, []);

    /// <exception cref="InvalidInstrumentsException">Anything in the file is unknown, doubled or impossible.</exception>
    public static InstrumentCatalog Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidInstrumentsException($"{path} does not exist; it names the instruments that the venue offers.");
        }

        return Parse(File.ReadAllText(path), path);
    }

    /// <param name="json">The text of the file.</param>
    /// <param name="source">Where it came from, for messages.</param>
    /// <exception cref="InvalidInstrumentsException">Anything in the text is unknown, doubled or impossible.</exception>
    public static InstrumentCatalog Parse(string json, string source) => new InstrumentCatalogReader(source).Read(json);
}
