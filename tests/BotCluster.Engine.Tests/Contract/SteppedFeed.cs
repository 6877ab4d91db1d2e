using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Tests.Contract;

/// <summary>The replay, one step at a time: a test lets so many steps come and waits until every bot has seen them.</summary>
internal sealed class SteppedFeed(IMarketFeed feed) : IMarketFeed
{
    private readonly SemaphoreSlim _allowed = new(0);
    private readonly SemaphoreSlim _done = new(0);

    public IndicatorBoard Board => feed.Board;

    public IReadOnlyDictionary<Symbol, Instrument> Instruments => feed.Instruments;

    public FeedState State => feed.State;

    /// <summary>While set, no place can be kept: as if the database were away.</summary>
    public Exception? Failure { get; set; }

    public Timeframe FinestOf(Symbol symbol) => feed.FinestOf(symbol);

    public async ValueTask<MarketStep?> NextAsync(CancellationToken cancellationToken)
    {
        await _allowed.WaitAsync(cancellationToken);
        return await feed.NextAsync(cancellationToken);
    }

    public async ValueTask AcknowledgeAsync(MarketStep step, CancellationToken cancellationToken)
    {
        if (Failure is { } failure)
        {
            throw failure;
        }

        await feed.AcknowledgeAsync(step, cancellationToken);
        _done.Release();
    }

    public void Allow(int steps) => _allowed.Release(steps);

    public async Task AdvanceAsync(int steps)
    {
        Allow(steps);
        await DoneAsync(steps);
    }

    public async Task DoneAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Assert.True(await _done.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken), "A step did not end.");
        }
    }
}
