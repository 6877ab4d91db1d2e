using BotCluster.Gateways.Instruments;
using BotCluster.Gateways.Replay;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Tests.Running;

/// <summary>Three days of the repository's real candles, all on the board before the first bot looks: bots read by time, so it makes no odds.</summary>
public sealed class Market : IAsyncLifetime
{
    private readonly List<MarketStep> _steps = [];

    internal ReplayFeed Feed { get; private set; } = null!;

    public IReadOnlyList<MarketStep> Steps => _steps;

    public async ValueTask InitializeAsync()
    {
        var data = Path.Combine(RootOf(AppContext.BaseDirectory), "data");
        var catalog = InstrumentCatalog.Load(Path.Combine(data, "instruments.json"));
        var library = await CandleLibrary.LoadAsync(catalog, Path.Combine(data, "candles"), null, CancellationToken.None);
        Feed = new ReplayFeed(
            library, new NoCursor(), new ReplayOptions { Speed = ReplaySpeed.Max, BoardCapacity = 1024 }, TimeProvider.System);

        // What bots will ask for has to be on the board before the candles pass.
        foreach (var spec in new[] { 5, 9, 21, 34 })
        {
            Feed.Board.Track(Symbol.Parse("BTC-USDT-PERP"), Timeframe.FiveMinutes, new EmaSpec(spec));
        }

        while (_steps.Count < 864 && await Feed.NextAsync(CancellationToken.None) is { } step)
        {
            _steps.Add(step);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string RootOf(string folder) => File.Exists(Path.Combine(folder, "Orleans.sln"))
        ? folder
        : RootOf(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No folder above the tests holds Orleans.sln."));

    private sealed class NoCursor : IFeedCursor
    {
        public ValueTask<DateTimeOffset?> LoadAsync(CancellationToken cancellationToken) => new((DateTimeOffset?)null);

        public ValueTask SaveAsync(DateTimeOffset at, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
