using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Risk.Rules;

/// <summary>One position a symbol, entered once; or, as a pyramid, in two steps, the second only while the first is in profit.</summary>
internal sealed class PositionsPerSymbol : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        var symbol = entry.Intent.Symbol;
        if (entry.View.Pending.Any(pending => pending.Symbol == symbol))
        {
            return new RiskFinding.Refuse(new RiskReason.EntryPending(symbol));
        }

        return (entry.Limits.Pyramid, entry.Held) switch
        {
            (null, null) => null,
            (null, { } held) => new RiskFinding.Refuse(new RiskReason.PositionsPerSymbol(symbol, held.Entries, 1)),
            ({ } pyramid, null) => AtMost(entry, pyramid.FirstShare),
            ({ } pyramid, { } held) => Second(entry, pyramid, held),
        };
    }

    private static RiskFinding? Second(EntryReview entry, PyramidLimits pyramid, Position held)
    {
        if (held.Entries >= PyramidLimits.MostEntries)
        {
            return new RiskFinding.Refuse(
                new RiskReason.PositionsPerSymbol(held.Symbol, held.Entries, PyramidLimits.MostEntries));
        }

        if (held.Direction.Sign() * (entry.EntryPrice - held.AveragePrice) <= 0m)
        {
            return new RiskFinding.Refuse(new RiskReason.PyramidNotInProfit(entry.EntryPrice, held.AveragePrice));
        }

        return AtMost(entry, pyramid.SecondShare)
            ?? AtMost(entry, PyramidLimits.MostShare - Ratio.Of(entry.HeldMargin, entry.Equity));
    }

    private static RiskFinding? AtMost(EntryReview entry, decimal share)
    {
        var most = entry.QuantityFor(share * entry.Equity);
        return entry.Intent.Quantity.Value <= most
            ? null
            : Cap.To(entry, most, new RiskReason.PyramidSize(Ratio.Of(entry.Margin, entry.Equity), share));
    }
}
