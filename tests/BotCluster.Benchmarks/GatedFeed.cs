using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Benchmarks;

/// <summary>A feed that gives one step for each that is asked for, and says when every bot has seen it.</summary>
internal sealed class GatedFeed(IMarketFeed feed) : IMarketFeed, IDisposable
{
    private readonly SemaphoreSlim _allowed = new(0);
    private readonly SemaphoreSlim _done = new(0);

    public IndicatorBoard Board => feed.Board;

    public IReadOnlyDictionary<Symbol, Instrument> Instruments => feed.Instruments;

    public FeedState State => feed.State;

    public Timeframe FinestOf(Symbol symbol) => feed.FinestOf(symbol);

    public async ValueTask<MarketStep?> NextAsync(CancellationToken cancellationToken)
    {
        await _allowed.WaitAsync(cancellationToken);
        return await feed.NextAsync(cancellationToken);
    }

    public async ValueTask AcknowledgeAsync(MarketStep step, CancellationToken cancellationToken)
    {
        await feed.AcknowledgeAsync(step, cancellationToken);
        _done.Release();
    }

    /// <summary>Lets so many steps come and waits until all bots are through.</summary>
    public async Task AdvanceAsync(int steps)
    {
        _allowed.Release(steps);
        for (var step = 0; step < steps; step++)
        {
            await _done.WaitAsync();
        }
    }

    public void Dispose()
    {
        _allowed.Dispose();
        _done.Dispose();
    }
}
