using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Risk.Rules;

/// <summary>Leverage over the bot's limit or the instrument's is cut to it; ten times and more is refused outright.</summary>
/// <remarks>The margin stays what the bot wanted to put up, so the exposure shrinks with the leverage.</remarks>
internal sealed class Leverage : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        var asked = entry.Intent.Leverage;
        if (asked >= RiskLimits.AbsoluteLeverage)
        {
            return new RiskFinding.Refuse(new RiskReason.AbsoluteLeverage(asked, RiskLimits.AbsoluteLeverage));
        }

        var limit = Math.Min(
            entry.Intent.Direction == Direction.Long ? entry.Limits.MaximumLongLeverage : entry.Limits.MaximumShortLeverage,
            entry.Instrument.MaximumLeverage);
        if (asked <= limit)
        {
            return null;
        }

        var reason = new RiskReason.Leverage(asked, limit);
        var quantity = entry.Instrument.FloorQuantity(entry.Intent.Quantity.Value * limit / asked);
        return quantity.IsZero
            ? new RiskFinding.Refuse(reason)
            : new RiskFinding.Shrink(entry.Intent with { Leverage = limit, Quantity = quantity }, reason);
    }
}
