using BotCluster.Gateways.Instruments;
using BotCluster.Gateways.Replay;

namespace BotCluster.Engine.Tests.Contract;

/// <summary>The repository's own candles, read once for all tests.</summary>
public sealed class RealCandles : IAsyncLifetime
{
    internal CandleLibrary Library { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var data = Path.Combine(RootOf(AppContext.BaseDirectory), "data");
        var catalog = InstrumentCatalog.Load(Path.Combine(data, "instruments.json"));
        Library = await CandleLibrary.LoadAsync(catalog, Path.Combine(data, "candles"), null, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string RootOf(string folder) => File.Exists(Path.Combine(folder, "Orleans.sln"))
        ? folder
        : RootOf(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No folder above the tests holds Orleans.sln."));
}
