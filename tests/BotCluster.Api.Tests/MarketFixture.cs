using BotCluster.Gateways.Instruments;
using BotCluster.Gateways.Replay;
using BotCluster.Ledger.Candles;
using BotCluster.Testing;

namespace BotCluster.Api.Tests;

/// <summary>Hourly candles of two real markets, read once for the whole assembly.</summary>
public sealed class MarketFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("botcluster-api-").FullName;
    private CandleLibrary _library = null!;

    public async ValueTask InitializeAsync()
    {
        var data = Path.Combine(Root(), "data");
        foreach (var symbol in new[] { "BTC", "ETH" })
        {
            var file = $"BINANCE_{symbol}USDT_1h.csv.gz";
            File.Copy(Path.Combine(data, "candles", file), Path.Combine(_folder, file));
        }

        var catalog = InstrumentCatalog.Load(Path.Combine(data, "instruments.json"));
        _library = await CandleLibrary.LoadAsync(catalog, _folder, null, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    internal ReplayFeed Feed(TestDatabase database, TimeProvider clock) =>
        new(_library, new FeedCursor(database.Source, "replay"), new ReplayOptions(), clock);

    /// <summary>The repository these tests run in.</summary>
    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Orleans.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder;
    }
}
