using System.Diagnostics;
using BotCluster.Gateways.Candles;
using BotCluster.Gateways.Instruments;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Gateways.Replay;

/// <summary>Gathers the candles of files and archive, series by series.</summary>
internal sealed class CandleShelf(InstrumentCatalog catalog)
{
    private readonly Dictionary<(Symbol Symbol, Timeframe Timeframe), Candle[]> _series = [];
    private readonly Dictionary<Symbol, string> _venues = [];
    private readonly List<string> _notes = [];

    public IReadOnlyList<string> Notes => _notes;

    public void AddFolder(string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidCandlesException($"{folder} does not exist; it holds the candles to replay.");
        }

        var files = Directory.EnumerateFiles(folder)
            .Where(path => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                || path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Name: Use(path)))
            .Where(file => file.Name is not null)
            .ToList();

        // Unpacking is most of the work, and each file is its own.
        var read = files.AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(file => CandleFileReader.Read(file.Path, file.Name!.Timeframe));
        foreach (var (file, outcome) in files.Zip(read))
        {
            Add(file.Name!.Symbol, file.Name.Timeframe, outcome switch
            {
                CandleFileOutcome.Read whole => [.. whole.File.Candles],
                CandleFileOutcome.Refused refused => throw new InvalidCandlesException(refused.Flaw.ToString()),
                _ => throw new UnreachableException(),
            });
        }
    }

    public async Task AddArchiveAsync(ICandleArchive archive, CancellationToken cancellationToken)
    {
        foreach (var series in await archive.ListAsync(cancellationToken))
        {
            if (!catalog.CandleSymbols.Contains(series.Symbol))
            {
                _notes.Add($"Imported candles of {series.Symbol} are not used: no instrument is priced by them.");
                continue;
            }

            var candles = new List<Candle>();
            await foreach (var candle in archive.ReadAsync(
                series.Symbol, series.Timeframe, series.First, series.Last + series.Timeframe.Length, cancellationToken))
            {
                candles.Add(candle);
            }

            Add(series.Symbol, series.Timeframe, [.. candles]);
        }
    }

    public Dictionary<Symbol, SymbolCandles> Symbols() => _series
        .Where(series => series.Value.Length > 0)
        .GroupBy(series => series.Key.Symbol)
        .ToDictionary(
            group => group.Key,
            group => new SymbolCandles(
                group.Key,
                [.. group.Select(series => new StoredCandles(series.Key.Timeframe, series.Value)).OrderBy(stored => stored.Timeframe)]));

    // What the file's name says, where a replay can use it.
    private CandleFileName? Use(string path)
    {
        var file = Path.GetFileName(path);
        if (!CandleFileName.TryParse(path, out var name))
        {
            throw new InvalidCandlesException($"{file}: the name does not say symbol and timeframe ({CandleFileName.Allowed}).");
        }

        if (!catalog.CandleSymbols.Contains(name.Symbol))
        {
            _notes.Add($"{file} is not used: no instrument is priced by {name.Symbol}.");
            return null;
        }

        if (_venues.GetValueOrDefault(name.Symbol, name.Venue) is var venue && venue != name.Venue)
        {
            throw new InvalidCandlesException(
                $"{file}: {name.Symbol} is there from {venue} and from {name.Venue}; one replay takes a symbol from one venue.");
        }

        _venues[name.Symbol] = name.Venue;
        return name;
    }

    // Where two sources have the same candle, the first one counts: files in the order of their names, then the archive.
    private void Add(Symbol symbol, Timeframe timeframe, Candle[] candles)
    {
        var key = (symbol, timeframe);
        if (!_series.TryGetValue(key, out var known))
        {
            _series.Add(key, candles);
            return;
        }

        var taken = known.Select(candle => candle.OpenTime).ToHashSet();
        var more = candles.Where(candle => !taken.Contains(candle.OpenTime));
        _series[key] = [.. known.Concat(more).OrderBy(candle => candle.OpenTime)];
    }
}
