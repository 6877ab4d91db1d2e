using BotCluster.Gateways.Instruments;
using BotCluster.Gateways.Replay;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Benchmarks;

/// <summary>The repository's real candles.</summary>
internal sealed class Market
{
    /// <summary>What is fed in candles of five minutes, so that every bot has a turn at every step.</summary>
    public static readonly Symbol[] Fine =
    [
        Symbol.Parse("BTC-USDT-PERP"), Symbol.Parse("ETH-USDT-PERP"), Symbol.Parse("SOL-USDT-PERP"), Symbol.Parse("XRP-USDT-PERP"),
    ];

    private Market(CandleLibrary library) => Library = library;

    public CandleLibrary Library { get; }

    public static async Task<Market> LoadAsync()
    {
        var data = Path.Combine(RootOf(AppContext.BaseDirectory), "data");
        var catalog = InstrumentCatalog.Load(Path.Combine(data, "instruments.json"));
        return new Market(await CandleLibrary.LoadAsync(catalog, Path.Combine(data, "candles"), null, CancellationToken.None));
    }

    public ReplayFeed NewFeed() =>
        new(Library, new NoCursor(), new ReplayOptions { Speed = ReplaySpeed.Max, BoardCapacity = 512 }, TimeProvider.System);

    private static string RootOf(string folder) => File.Exists(Path.Combine(folder, "Orleans.sln"))
        ? folder
        : RootOf(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No folder above holds Orleans.sln."));

    private sealed class NoCursor : IFeedCursor
    {
        public ValueTask<DateTimeOffset?> LoadAsync(CancellationToken cancellationToken) => new((DateTimeOffset?)null);

        public ValueTask SaveAsync(DateTimeOffset at, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
