using BotCluster.Trading.Indicators;

namespace BotCluster.Gateways.Replay;

/// <summary>Where a replay begins and how fast it runs.</summary>
public sealed record ReplayOptions
{
    /// <summary>
    /// Where the very first replay begins. Six weeks after the first candle of the repository's data, so that an
    /// average over 200 hours and one over 50 four-hour candles are warm.
    /// </summary>
    public DateTimeOffset Start { get; init; } = new(2024, 2, 12, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// The last step that the bot furthest behind has seen. Where it lies before the cursor, the steps between are
    /// given out once more, unpaced, so that latecomers catch up. Null where every bot has come as far as the cursor.
    /// </summary>
    public DateTimeOffset? ResumeFrom { get; init; }

    public ReplaySpeed Speed { get; init; } = ReplaySpeed.Default;

    /// <summary>How many candles of each series the board keeps for its readers.</summary>
    public int BoardCapacity { get; init; } = IndicatorBoard.DefaultCapacity;
}
