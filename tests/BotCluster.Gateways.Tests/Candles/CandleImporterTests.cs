using System.Text;
using BotCluster.Gateways.Candles;
using BotCluster.Ledger.Candles;
using BotCluster.Testing;
using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Tests.Candles;

public sealed class CandleImporterTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Symbol Btc = Symbol.Parse("BTC-USDT");
    private static readonly DateTimeOffset Midnight = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private TestDatabase _database = null!;
    private CandleArchive _archive = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        _archive = new CandleArchive(_database.Source);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Keeps_a_real_file_and_says_what_it_brought()
    {
        var path = Path.Combine(DemoFiles.Candles, "BINANCE_BTCUSDT_1h.csv.gz");

        var outcome = await new CandleImporter(_archive).ImportAsync(path, TestContext.Current.CancellationToken);

        var report = Assert.IsType<ImportOutcome.Imported>(outcome).Report;
        Assert.Equal((Btc, Timeframe.OneHour, 4_368, 4_368), (report.Symbol, report.Timeframe, report.Rows, report.Added));
        Assert.Equal((Midnight, Midnight.AddHours(4_367)), (report.First, report.Last));
        Assert.Empty(report.Gaps);
        Assert.Empty(report.Overlaps);
        var series = Assert.Single(await _archive.ListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(4_368, series.Count);
    }

    [Fact]
    public async Task Reports_what_was_there_already_and_leaves_it_as_it_was()
    {
        await Import(0, 1, 2, 5);

        var report = Assert.IsType<ImportOutcome.Imported>(await Import(price: 20, 1, 2, 3, 5, 6)).Report;

        Assert.Equal(2, report.Added);
        Assert.Equal(
            [
                new CandleOverlap(Midnight.AddMinutes(5), Midnight.AddMinutes(10), 2, 2),
                new CandleOverlap(Midnight.AddMinutes(25), Midnight.AddMinutes(25), 1, 1),
            ],
            report.Overlaps);
        Assert.Equal([new CandleGap(Midnight.AddMinutes(20), Midnight.AddMinutes(20), 1)], report.Gaps);
        Assert.Equal([10d, 10, 10, 20, 10, 20], (await Kept()).Select(candle => candle.Close));
    }

    [Fact]
    public async Task Repeats_an_import_without_harm()
    {
        await Import(0, 1, 2);

        var report = Assert.IsType<ImportOutcome.Imported>(await Import(0, 1, 2)).Report;

        Assert.Equal(0, report.Added);
        Assert.Equal([new CandleOverlap(Midnight, Midnight.AddMinutes(10), 3, 0)], report.Overlaps);
    }

    [Fact]
    public async Task Takes_nothing_of_a_file_whose_last_row_is_bad()
    {
        var good = "open_time_ms,open,high,low,close,volume\n1704067200000,10,12,9,11,100\n";
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(good + "1704067500000,10,9,12,11,100\n"));

        var outcome = await new CandleImporter(_archive).ImportAsync(
            content, "mine.csv", Btc, Timeframe.FiveMinutes, TestContext.Current.CancellationToken);

        Assert.StartsWith("mine.csv, line 3: the high is below", Assert.IsType<ImportOutcome.Refused>(outcome).Flaw.ToString(), StringComparison.Ordinal);
        Assert.Empty(await _archive.ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Asks_for_symbol_and_timeframe_where_the_name_does_not_say_them()
    {
        var outcome = await new CandleImporter(_archive).ImportAsync("/tmp/mine.csv", TestContext.Current.CancellationToken);

        Assert.Contains("BINANCE_BTCUSDT_5m.csv.gz", Assert.IsType<ImportOutcome.Refused>(outcome).Flaw.Message, StringComparison.Ordinal);
    }

    private ValueTask<ImportOutcome> Import(params int[] places) => Import(10d, places);

    private async ValueTask<ImportOutcome> Import(double price, params int[] places)
    {
        var rows = places.Select(place => $"{Midnight.AddMinutes(5 * place).ToUnixTimeMilliseconds()},{price},{price},{price},{price},1\n");
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("open_time_ms,open,high,low,close,volume\n" + string.Concat(rows)));
        return await new CandleImporter(_archive).ImportAsync(
            content, "mine.csv", Btc, Timeframe.FiveMinutes, TestContext.Current.CancellationToken);
    }

    private async Task<List<Candle>> Kept()
    {
        var kept = new List<Candle>();
        await foreach (var candle in _archive.ReadAsync(
            Btc, Timeframe.FiveMinutes, Midnight, Midnight.AddDays(1), TestContext.Current.CancellationToken))
        {
            kept.Add(candle);
        }

        return kept;
    }
}
