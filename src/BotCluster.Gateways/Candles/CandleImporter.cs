using System.Diagnostics;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Gateways.Candles;

/// <summary>Takes a candle file into the archive, whole or not at all, and reports its gaps and what was there already.</summary>
public sealed class CandleImporter(ICandleArchive archive)
{
    /// <summary>Imports a file whose name says what it holds.</summary>
    public ValueTask<ImportOutcome> ImportAsync(string path, CancellationToken cancellationToken) =>
        CandleFileName.TryParse(path, out var name)
            ? ImportAsync(path, name.Symbol, name.Timeframe, cancellationToken)
            : ValueTask.FromResult<ImportOutcome>(new ImportOutcome.Refused(new CandleFileFlaw(
                Path.GetFileName(path), null,
                $"the name does not say symbol and timeframe ({CandleFileName.Allowed}); rename it or name both")));

    public ValueTask<ImportOutcome> ImportAsync(
        string path, Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken) =>
        KeepAsync(CandleFileReader.Read(path, timeframe), symbol, cancellationToken);

    /// <param name="content">The file's bytes, plain or gzip; closed at the end.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="symbol">Whose candles they are.</param>
    /// <param name="timeframe">How long each lasts.</param>
    /// <param name="cancellationToken">Ends the import with nothing kept.</param>
    public ValueTask<ImportOutcome> ImportAsync(
        Stream content, string file, Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken) =>
        KeepAsync(CandleFileReader.Read(content, file, timeframe), symbol, cancellationToken);

    private async ValueTask<ImportOutcome> KeepAsync(CandleFileOutcome outcome, Symbol symbol, CancellationToken cancellationToken) =>
        outcome switch
        {
            CandleFileOutcome.Refused refused => new ImportOutcome.Refused(refused.Flaw),
            CandleFileOutcome.Read read => new ImportOutcome.Imported(await KeepAsync(read.File, symbol, cancellationToken)),
            _ => throw new UnreachableException(),
        };

    private async Task<ImportReport> KeepAsync(CandleFile file, Symbol symbol, CancellationToken cancellationToken)
    {
        var first = file.Candles[0].OpenTime;
        var last = file.Candles[^1].OpenTime;
        var overlaps = new Overlaps(file.Candles);
        await foreach (var kept in archive.ReadAsync(
            symbol, file.Timeframe, first, last + file.Timeframe.Length, cancellationToken))
        {
            overlaps.Meet(kept);
        }

        return new ImportReport
        {
            File = file.File,
            Symbol = symbol,
            Timeframe = file.Timeframe,
            First = first,
            Last = last,
            Rows = file.Candles.Count,
            Added = await archive.AddAsync(symbol, file.Timeframe, file.Candles, cancellationToken),
            Gaps = file.Gaps,
            Overlaps = overlaps.Found,
        };
    }

    /// <summary>Walks along a file's candles as the kept ones come by, both in order.</summary>
    private sealed class Overlaps(IReadOnlyList<Candle> candles)
    {
        private readonly List<CandleOverlap> _found = [];
        private int _next;
        private int _lastShared = -1;

        public IReadOnlyList<CandleOverlap> Found => _found;

        public void Meet(in Candle kept)
        {
            while (_next < candles.Count && candles[_next].OpenTime < kept.OpenTime)
            {
                _next++;
            }

            if (_next == candles.Count || candles[_next].OpenTime != kept.OpenTime)
            {
                return;
            }

            var differs = candles[_next] == kept ? 0 : 1;
            if (_found.Count > 0 && _lastShared == _next - 1)
            {
                var open = _found[^1];
                _found[^1] = open with { Last = kept.OpenTime, Count = open.Count + 1, Different = open.Different + differs };
            }
            else
            {
                _found.Add(new CandleOverlap(kept.OpenTime, kept.OpenTime, 1, differs));
            }

            _lastShared = _next++;
        }
    }
}
