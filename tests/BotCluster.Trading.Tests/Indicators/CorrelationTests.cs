using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Tests.Indicators;

public sealed class CorrelationTests
{
    private static readonly Symbol Bitcoin = Symbol.Parse("BTC-USDT");
    private static readonly Symbol Ether = Symbol.Parse("ETH-USDT");
    private static readonly Candle[] Bitcoins = Table.Read("candles/BINANCE_BTCUSDT_2024_1d.csv.gz").Candles();
    private static readonly Candle[] Ethers = Table.Read("candles/BINANCE_ETHUSDT_2024_1d.csv.gz").Candles();

    // Computed apart from this code, in another language, from the same files.
    [Theory]
    [InlineData("2024-01-21", null)]
    [InlineData("2024-01-22", 0.7102841898969223)]
    [InlineData("2024-03-01", 0.6619607909315298)]
    [InlineData("2024-06-15", 0.8139086623512119)]
    public void Of_two_coins_is_that_of_their_daily_returns(string day, double? expected)
    {
        var board = Board(Bitcoins, Ethers);
        var at = DateTimeOffset.Parse($"{day}T15:30Z", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(expected is null, board.Correlation(Bitcoin, Ether, at) is null);
        Assert.Equal(expected ?? 0, board.Correlation(Bitcoin, Ether, at) ?? 0, 1e-9);
        Assert.Equal(expected ?? 0, board.Correlation(Ether, Bitcoin, at) ?? 0, 1e-9);
    }

    [Fact]
    public void Of_a_coin_with_itself_is_one_and_with_its_opposite_minus_one()
    {
        var opposite = Bitcoins.Select(candle => Flat(candle.OpenTime, 1e9 / candle.Close)).ToArray();
        var board = Board(Bitcoins, opposite);
        var at = Bitcoins[^1].OpenTime;

        Assert.Equal(1, board.Correlation(Bitcoin, Bitcoin, at)!.Value, 1e-12);
        Assert.Equal(-1, board.Correlation(Bitcoin, Ether, at)!.Value, 1e-12);
    }

    [Fact]
    public void Is_unknown_without_candles_without_movement_or_without_twenty_common_days()
    {
        var at = Bitcoins[60].OpenTime;
        Assert.Null(new IndicatorBoard(null).Correlation(Bitcoin, Ether, at));
        Candle[] still = [.. Bitcoins.Select(candle => Flat(candle.OpenTime, 5))];
        Assert.Null(Board(Bitcoins, still).Correlation(Bitcoin, Ether, at));

        // Every missing day costs two returns: its own and the next one's.
        Candle[] sixMissing = [.. Ethers.Where((_, day) => day is not (32 or 36 or 40 or 44 or 48 or 52))];
        Candle[] fiveMissing = [.. Ethers.Where((_, day) => day is not (32 or 36 or 40 or 44 or 48))];
        Assert.Null(Board(Bitcoins, sixMissing).Correlation(Bitcoin, Ether, at));
        Assert.NotNull(Board(Bitcoins, fiveMissing).Correlation(Bitcoin, Ether, at));
    }

    [Fact]
    public void Knows_the_days_before_the_feed_began_and_learns_each_new_one()
    {
        var history = new PastOf((Timeframe.OneDay, Bitcoins));
        var board = new IndicatorBoard(history);
        var at = Bitcoins[60].OpenTime;
        foreach (var symbol in new[] { Bitcoin, Ether })
        {
            board.Append(symbol, Timeframe.OneHour, Flat(at, 50_000));
        }

        Assert.Equal(1, board.Correlation(Bitcoin, Ether, at)!.Value, 1e-12);
        for (var hour = 1; hour < 24; hour++)
        {
            board.Append(Bitcoin, Timeframe.OneHour, Flat(at.AddHours(hour), 90_000));
            board.Append(Ether, Timeframe.OneHour, Flat(at.AddHours(hour), 30_000));
        }

        Assert.True(board.Correlation(Bitcoin, Ether, at.AddDays(1)) < 0);
        Assert.Equal(1, board.Correlation(Bitcoin, Ether, at)!.Value, 1e-12);
    }

    [Fact]
    public void Asked_again_on_the_same_day_costs_no_allocation()
    {
        var board = Board(Bitcoins, Ethers);
        var at = Bitcoins[100].OpenTime;
        for (var time = 0; time < 100; time++)
        {
            board.Correlation(Bitcoin, Ether, at);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        board.Correlation(Bitcoin, Ether, at.AddHours(3));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static IndicatorBoard Board(Candle[] ofBitcoin, Candle[] ofEther)
    {
        var board = new IndicatorBoard(null);
        foreach (var candle in ofBitcoin)
        {
            board.Append(Bitcoin, Timeframe.OneDay, candle);
        }

        foreach (var candle in ofEther)
        {
            board.Append(Ether, Timeframe.OneDay, candle);
        }

        return board;
    }

    private static Candle Flat(DateTimeOffset time, double price) => new(time, price, price, price, price, 1);
}
