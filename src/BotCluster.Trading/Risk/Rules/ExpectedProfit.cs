namespace BotCluster.Trading.Risk.Rules;

/// <summary>Where it is set: an entry with a target must be expected to earn this share of the position after fees.</summary>
/// <remarks>
/// Expected is the way to the target times the symbol's win rate, less the fee of both sides. A symbol whose win rate is
/// not known yet is taken at its word: otherwise it could never trade for the first time.
/// </remarks>
internal sealed class ExpectedProfit : IRiskRule
{
    public const int FewestTrades = 10;

    public RiskFinding? Examine(EntryReview entry)
    {
        if (entry.Limits.MinimumExpectedProfit is not { } minimum || entry.TargetDistance is not { } reward)
        {
            return null;
        }

        var record = TradeRecord.Of(entry.View.Counters.Outcomes, entry.View.Now, entry.Intent.Symbol);
        var winRate = record.Trades >= FewestTrades ? (decimal)record.WinRate : 1m;
        var expected = (reward * winRate) - (2m * entry.Instrument.Fees.Taker);
        return expected >= minimum
            ? null
            : new RiskFinding.Refuse(new RiskReason.ExpectedProfit(expected, minimum));
    }
}
