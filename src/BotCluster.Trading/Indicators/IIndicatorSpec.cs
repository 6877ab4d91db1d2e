using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Indicators;

/// <summary>
/// Which indicator with which settings: equal specs mean the same figure, which a board computes once for all bots.
/// </summary>
/// <remarks>
/// Implement <see cref="IIndicatorSpec{T}"/> by a sealed record; its value equality is what makes sharing work.
/// </remarks>
public interface IIndicatorSpec
{
    /// <summary>How a trader writes it, such as <c>EMA 20</c>.</summary>
    string Name { get; }

    /// <summary>
    /// How many candles give a reading that no longer depends on where they began, so that a restart changes no
    /// decision: the window of a plain average, many periods of a recursive one.
    /// </summary>
    int WarmUpOn(Timeframe timeframe);

    /// <summary>An empty track, for a board.</summary>
    Track NewTrack(int capacity, long firstSequence);
}

/// <summary>The spec of an indicator whose readings are <typeparamref name="T"/>.</summary>
public interface IIndicatorSpec<T> : IIndicatorSpec
    where T : struct
{
    IIndicator<T> Create();

    new Track<T> NewTrack(int capacity, long firstSequence) => new(Create(), capacity, firstSequence);

    Track IIndicatorSpec.NewTrack(int capacity, long firstSequence) => NewTrack(capacity, firstSequence);
}
