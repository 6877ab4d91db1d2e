using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Risk.Rules;

/// <summary>A stop stands neither in the noise next to the entry nor so far away that it protects nothing.</summary>
/// <remarks>
/// The least distance that settings allow is itself wider than spread and fees of a liquid market. With leverage, a stop
/// also has to come before the venue liquidates the position, which it does at the latest when the margin is lost.
/// A stop that is out by less than the rounding to the tick, half a tick, is at its bound.
/// </remarks>
internal sealed class StopDistance : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        var (distance, limits) = (entry.StopDistance, entry.Limits);
        var rounding = entry.Instrument.Tick / 2m / entry.EntryPrice;
        RiskReason? reason = distance switch
        {
            _ when distance + rounding < limits.MinimumStopDistance => new RiskReason.StopTooClose(distance, limits.MinimumStopDistance),
            _ when distance - rounding > limits.MaximumStopDistance => new RiskReason.StopTooFar(distance, limits.MaximumStopDistance),
            _ when entry.Instrument.Symbol.Kind == MarketKind.Perpetual && distance * entry.Leverage >= 1m =>
                new RiskReason.StopBeyondLiquidation(distance, entry.Leverage),
            _ => null,
        };
        return reason is null ? null : new RiskFinding.Refuse(reason);
    }
}
