using BotCluster.Ledger.Candles;
using BotCluster.Testing;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;
using static BotCluster.Ledger.Tests.Writing.Steps;

namespace BotCluster.Ledger.Tests.Candles;

public sealed class CandleArchiveTests(PostgresFixture postgres) : IAsyncLifetime
{
    private FilledLedger _ledger = null!;
    private CandleArchive _archive = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ledger = await FilledLedger.OpenAsync(postgres);
        _archive = new CandleArchive(_ledger.Source);
    }

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public async Task Gives_back_the_candles_of_a_range_oldest_first()
    {
        var candles = Series(1000);
        Assert.Equal(1000, await _archive.AddAsync(Bitcoin, Timeframe.FiveMinutes, candles, Token));

        var read = await _archive
            .ReadAsync(Bitcoin, Timeframe.FiveMinutes, candles[10].OpenTime, candles[20].OpenTime, Token).ToListAsync(Token);

        Assert.Equal(candles[10..20], read);
        Assert.Empty(await _archive.ReadAsync(Bitcoin, Timeframe.OneHour, Start, Start.AddDays(9), Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Keeps_what_is_there_and_adds_only_what_is_missing()
    {
        var candles = Series(10);
        await _archive.AddAsync(Bitcoin, Timeframe.FiveMinutes, candles[..5], Token);
        var changed = candles.Select(candle => new Candle(candle.OpenTime, 1, 1, 1, 1, 1)).ToArray();

        Assert.Equal(5, await _archive.AddAsync(Bitcoin, Timeframe.FiveMinutes, changed, Token));

        var read = await _archive.ReadAsync(Bitcoin, Timeframe.FiveMinutes, Start, Start.AddDays(1), Token).ToListAsync(Token);
        Assert.Equal([.. candles[..5], .. changed[5..]], read);
    }

    [Fact]
    public async Task Lists_what_it_has()
    {
        Assert.Empty(await _archive.ListAsync(Token));
        var candles = Series(10);
        await _archive.AddAsync(Bitcoin, Timeframe.FiveMinutes, candles, Token);
        await _archive.AddAsync(Symbol.Parse("ETH-USDT"), Timeframe.OneHour, candles[..1], Token);

        Assert.Equal(
            [
                new ArchivedSeries(Bitcoin, Timeframe.FiveMinutes, Start, candles[^1].OpenTime, 10),
                new ArchivedSeries(Symbol.Parse("ETH-USDT"), Timeframe.OneHour, Start, Start, 1),
            ],
            await _archive.ListAsync(Token));
    }

    [Fact]
    public async Task Remembers_how_far_each_feed_has_come()
    {
        var cursor = new FeedCursor(_ledger.Source, "replay");
        Assert.Null(await cursor.LoadAsync(Token));
        await cursor.SaveAsync(Start, Token);
        await cursor.SaveAsync(Start.AddMinutes(5), Token);

        Assert.Equal(Start.AddMinutes(5), await cursor.LoadAsync(Token));
        Assert.Null(await new FeedCursor(_ledger.Source, "another").LoadAsync(Token));
    }

    private static Candle[] Series(int count) =>
    [
        .. Enumerable.Range(0, count).Select(index => new Candle(
            Start.AddMinutes(5 * index), 60000.1 + index, 60010.2 + index, 59990.3 + index, 60005.4 + index, 12.345678)),
    ];
}
