using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Ports;

/// <summary>Where candles come from. The engine asks for one step after the other and drives its bots through each.</summary>
public interface IMarketFeed
{
    /// <summary>All series and indicators; the feed is its only writer.</summary>
    IndicatorBoard Board { get; }

    IReadOnlyDictionary<Symbol, Instrument> Instruments { get; }

    /// <summary>The shortest candles the feed has of a symbol: what drives fills and exits.</summary>
    Timeframe FinestOf(Symbol symbol);

    /// <summary>
    /// Waits until the next candles have closed, puts them on the board, and says when that was.
    /// </summary>
    /// <returns>Null at the end of a replay: no candle will ever come again.</returns>
    ValueTask<MarketStep?> NextAsync(CancellationToken cancellationToken);

    /// <summary>Remembers durably that every bot has seen this step.</summary>
    ValueTask AcknowledgeAsync(MarketStep step, CancellationToken cancellationToken);

    FeedState State { get; }
}

/// <summary>An instant at which candles closed.</summary>
/// <param name="At">The close, which is the bots' time.</param>
/// <param name="Symbols">Whose finest candles closed then, in a fixed order.</param>
public sealed record MarketStep(DateTimeOffset At, IReadOnlyList<Symbol> Symbols);

/// <summary>How the feed is doing, for health and for the page.</summary>
/// <param name="Status">Whether candles are coming.</param>
/// <param name="LastStep">The close of the last candles it gave out; null before the first.</param>
/// <param name="LastStepAt">When, by the wall clock, that was.</param>
/// <param name="Detail">In words.</param>
public sealed record FeedState(FeedStatus Status, DateTimeOffset? LastStep, DateTimeOffset? LastStepAt, string Detail)
{
    /// <summary>Steps a second of a replay; null where nothing holds it back, or where the feed is live.</summary>
    public double? Speed { get; init; }
}

/// <summary>Whether candles are coming.</summary>
public enum FeedStatus
{
    Starting = 1,
    Running = 2,

    /// <summary>A replay reached the end of its data.</summary>
    Ended = 3,

    Failed = 4,
}
