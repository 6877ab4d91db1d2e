using System.Diagnostics;
using System.Globalization;
using BotCluster.Gateways.Candles;
using BotCluster.Ledger;
using BotCluster.Ledger.Candles;
using BotCluster.Ledger.Migrations;
using BotCluster.Standalone.CommandLine;
using BotCluster.Standalone.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotCluster.Standalone.Upkeep;

/// <summary><c>--import FILE</c>: takes candle files into the ledger, each whole or not at all. They join the replay at its next start.</summary>
internal sealed class ImportTask(Terminal terminal, TimeProvider time)
{
    private const int MostGapsShown = 10;

    /// <returns>Whether every file was taken.</returns>
    public async Task<bool> RunAsync(HostRequest.Import request, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(request.DataDirectory);
        await using var home = await LedgerHome.VisitAsync(request.DataDirectory, time, NullLogger.Instance, cancellationToken);
        await using var source = LedgerDataSource.Open(home.ConnectionString);
        await new Migrator(source, MigrationSet.OfTheProgram).UpAsync(cancellationToken);
        var importer = new CandleImporter(new CandleArchive(source));
        var isWhole = true;
        foreach (var file in request.Files)
        {
            var outcome = request is { Symbol: { } symbol, Timeframe: { } timeframe }
                ? await importer.ImportAsync(file, symbol, timeframe, cancellationToken)
                : await importer.ImportAsync(file, cancellationToken);
            isWhole &= Tell(outcome);
        }

        return isWhole;
    }

    private bool Tell(ImportOutcome outcome)
    {
        switch (outcome)
        {
            case ImportOutcome.Imported imported:
                Tell(imported.Report);
                return true;
            case ImportOutcome.Refused refused:
                terminal.Refuse($"nothing was taken of {refused.Flaw}");
                return false;
            default:
                throw new UnreachableException();
        }
    }

    private void Tell(ImportReport report)
    {
        Say($"{report.File}: {report.Symbol} {report.Timeframe}");
        Say($"  {report.Rows} candles from {report.First:u} to {report.Last:u}, {report.Added} of them new");
        foreach (var gap in report.Gaps.Take(MostGapsShown))
        {
            Say($"  gap: {gap.Count} candles are missing from {gap.First:u} to {gap.Last:u}");
        }

        if (report.Gaps.Count > MostGapsShown)
        {
            Say($"  and {report.Gaps.Count - MostGapsShown} more gaps");
        }

        foreach (var overlap in report.Overlaps)
        {
            Say($"  overlap: {overlap.Count} candles from {overlap.First:u} to {overlap.Last:u} were there already and stay");
            Say($"    {overlap.Different} of them have other figures in the file");
        }
    }

    private void Say(FormattableString line) => terminal.Say(line.ToString(CultureInfo.InvariantCulture));
}
