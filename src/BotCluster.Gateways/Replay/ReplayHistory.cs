using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;

namespace BotCluster.Gateways.Replay;

/// <summary>The candles of a replay up to its present step, in any timeframe they add up to; what comes later is not there yet.</summary>
internal sealed class ReplayHistory(CandleLibrary library, DateTimeOffset start) : ICandleHistory
{
    private long _presentTicks = start.UtcTicks;

    /// <summary>The instant up to which the world has happened.</summary>
    public DateTimeOffset Present
    {
        get => new(Interlocked.Read(ref _presentTicks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _presentTicks, value.UtcTicks);
    }

    public IReadOnlyList<Candle> Before(Symbol symbol, Timeframe timeframe, DateTimeOffset before, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var candles = library.For(symbol);
        var present = Present;
        return candles?.Driving(start) is { } driving
            ? candles.Before(driving, timeframe, before < present ? before : present, count)
            : [];
    }
}
