using BotCluster.Gateways.Candles;
using BotCluster.Gateways.Instruments;
using BotCluster.Gateways.Replay;
using BotCluster.Testing;
using BotCluster.Trading.Markets;

[assembly: AssemblyFixture(typeof(BotCluster.Gateways.Tests.Replay.RealCandles))]
[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace BotCluster.Gateways.Tests.Replay;

/// <summary>The repository's own candles, read once for all tests.</summary>
public sealed class RealCandles : IAsyncLifetime
{
    public CandleLibrary Library { get; private set; } = null!;

    public static Symbol Btc { get; } = Symbol.Parse("BTC-USDT");

    public static Symbol BtcPerpetual { get; } = Symbol.Parse("BTC-USDT-PERP");

    public static Symbol Trx { get; } = Symbol.Parse("TRX-USDT");

    public async ValueTask InitializeAsync() => Library = await CandleLibrary.LoadAsync(
        InstrumentCatalog.Load(DemoFiles.Instruments), DemoFiles.Candles, archive: null, CancellationToken.None);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static IReadOnlyList<Candle> File(Symbol symbol, Timeframe timeframe) => Assert.IsType<CandleFileOutcome.Read>(
        CandleFileReader.Read(Path.Combine(DemoFiles.Candles, $"BINANCE_{symbol.Base}{symbol.Quote}_{timeframe}.csv.gz"), timeframe))
        .File.Candles;
}
