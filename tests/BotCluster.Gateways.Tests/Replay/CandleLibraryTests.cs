using BotCluster.Gateways.Replay;
using BotCluster.Ledger.Candles;
using BotCluster.Testing;
using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Tests.Replay;

public sealed class CandleLibraryTests(PostgresFixture postgres) : IDisposable
{
    private static readonly Symbol A = Symbol.Parse("A-USDT");

    private readonly CandleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Joins_files_and_imported_candles_and_lets_the_file_win()
    {
        _folder.Write("X_AUSDT_1h.csv", [60, 120]);
        _folder.Write("X_AUSDT_later_1h.csv", [120, 180], offset: 5);
        await using var database = await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        var archive = new CandleArchive(database.Source);
        await archive.AddAsync(
            A, Timeframe.OneHour, [Bar(0, 900), Bar(60, 900), Bar(240, 900)], TestContext.Current.CancellationToken);

        var library = await _folder.LoadAsync(archive);

        var candles = library.For(A)!.Driving(CandleFolder.Midnight)!;
        Assert.Equal([900d, 61, 121, 185, 900], Enumerable.Range(0, candles.Count).Select(index => candles[index].Close));
    }

    [Fact]
    public async Task Says_what_it_leaves_aside()
    {
        _folder.Write("X_AUSDT_1h.csv", [0, 60]);
        _folder.Write("X_CUSDT_1h.csv", [0, 60]);
        _folder.Write("README.md", "no candles");
        await using var database = await postgres.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        var archive = new CandleArchive(database.Source);
        await archive.AddAsync(
            Symbol.Parse("D-USDT"), Timeframe.OneHour, [Bar(0, 1)], TestContext.Current.CancellationToken);

        var library = await _folder.LoadAsync(archive);

        Assert.Equal(
            [
                "X_CUSDT_1h.csv is not used: no instrument is priced by C-USDT.",
                "Imported candles of D-USDT are not used: no instrument is priced by them.",
                "B-USDT-PERP is not offered: there are no candles of B-USDT.",
                "B-USDT is not offered: there are no candles of B-USDT.",
            ],
            library.Notes);
    }

    [Fact]
    public async Task Refuses_a_bad_file_by_name_and_line()
    {
        _folder.Write("X_AUSDT_1h.csv", "open_time_ms,open,high,low,close,volume\n1704067200000,1,1,1,x,1\n");

        var refusal = await Assert.ThrowsAsync<InvalidCandlesException>(() => _folder.LoadAsync());

        Assert.Equal("X_AUSDT_1h.csv, line 2: the close 'x' is not a number", refusal.Message);
    }

    [Fact]
    public async Task Refuses_a_name_that_does_not_say_what_it_holds()
    {
        _folder.Write("prices.csv", [0, 60]);

        var refusal = await Assert.ThrowsAsync<InvalidCandlesException>(() => _folder.LoadAsync());

        Assert.StartsWith("prices.csv: the name does not say symbol and timeframe", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_two_venues_for_one_symbol()
    {
        _folder.Write("X_AUSDT_1h.csv", [0, 60]);
        _folder.Write("Y_AUSDT_5m.csv", [0, 5]);

        var refusal = await Assert.ThrowsAsync<InvalidCandlesException>(() => _folder.LoadAsync());

        Assert.Contains("A-USDT is there from X and from Y", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_folder_without_any_candle_of_an_instrument() =>
        Assert.Contains("no candles of any instrument (B-USDT, A-USDT)", (await Assert.ThrowsAsync<InvalidCandlesException>(
            () => _folder.LoadAsync())).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_short_series_of_fine_candles_does_not_displace_a_long_coarse_one()
    {
        _folder.Write("X_AUSDT_1h.csv", Enumerable.Range(0, 48).Select(hour => hour * 60));
        _folder.Write("X_AUSDT_1m.csv", Enumerable.Range(0, 60));
        _folder.Write("X_AUSDT_5m.csv", Enumerable.Range(0, 300).Select(step => step * 5));

        var candles = (await _folder.LoadAsync()).For(A)!;

        Assert.Equal(Timeframe.FiveMinutes, candles.Driving(CandleFolder.Midnight)!.Timeframe);
        Assert.Equal(Timeframe.OneHour, candles.Driving(CandleFolder.Midnight.AddHours(30))!.Timeframe);
        Assert.Null(candles.Driving(CandleFolder.Midnight.AddHours(48)));
    }

    private static Candle Bar(int minute, double price) => new(CandleFolder.Midnight.AddMinutes(minute), price, price, price, price, 1);
}
