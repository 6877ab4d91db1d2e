using BotCluster.Engine.Json;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Standalone.Running;

/// <summary>Finds how far back the replay has to begin so that the bot furthest behind misses no candle.</summary>
internal static class Latecomers
{
    /// <returns>The last step that the bot furthest behind has seen; null where no bot follows the candles.</returns>
    public static async Task<DateTimeOffset?> LastSeenAsync(IBotStore store, CancellationToken cancellationToken)
    {
        DateTimeOffset? earliest = null;
        await foreach (var stored in store.LoadAllAsync(cancellationToken))
        {
            if (LastStepOf(stored) is { } last && (earliest is null || last < earliest))
            {
                earliest = last;
            }
        }

        return earliest;
    }

    private static DateTimeOffset? LastStepOf(StoredBot stored)
    {
        try
        {
            return stored.State is { } bytes && BotStateJson.Read(bytes.Span) is var state && FollowsCandles(state) ? state.LastStep : null;
        }
        catch (StateFormatException)
        {
            // The engine meets the same state in a moment and puts that one bot in trouble, with an alert.
            return null;
        }
    }

    private static bool FollowsCandles(BotState state) =>
        state.Status is BotStatus.Running or BotStatus.Paused or BotStatus.Stopping
        || !state.Account.IsFlat || state.Orders.Count > 0;
}
