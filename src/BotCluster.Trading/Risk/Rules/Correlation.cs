using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Risk.Rules;

/// <summary>Only so many open positions may be one bet: tied together by pairs that move alike.</summary>
/// <remarks>
/// Bets are counted as chains, so that the order of entering makes no difference: where A moves with B and B with C, the
/// three are one bet. Two positions in opposite directions are alike when their symbols move against each other, and a
/// long beside a short of the same kind is a hedge. A pending entry does not tell its direction and counts either way;
/// two symbols whose correlation is not known count as alike.
/// </remarks>
internal sealed class Correlation : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        var others = Others(entry);
        var limit = entry.Limits.MaximumCorrelatedPositions;
        if (others.Count < limit)
        {
            return null;
        }

        var bet = SizeOfBet(new Exposure(entry.Intent.Symbol, entry.Intent.Direction), others, entry);
        return bet <= limit
            ? null
            : new RiskFinding.Refuse(new RiskReason.Correlation(bet, limit, entry.Limits.MaximumCorrelation));
    }

    private static List<Exposure> Others(EntryReview entry)
    {
        var others = entry.View.Account.Positions
            .Where(held => held.Symbol != entry.Intent.Symbol)
            .Select(held => new Exposure(held.Symbol, held.Direction))
            .ToList();
        foreach (var pending in entry.View.Pending)
        {
            if (pending.Symbol != entry.Intent.Symbol && !others.Exists(other => other.Symbol == pending.Symbol))
            {
                others.Add(new Exposure(pending.Symbol, null));
            }
        }

        return others;
    }

    private static int SizeOfBet(Exposure first, List<Exposure> others, EntryReview entry)
    {
        List<Exposure> bet = [first];
        for (var index = 0; index < bet.Count; index++)
        {
            foreach (var other in others.Where(other => !bet.Contains(other) && AreAlike(bet[index], other, entry)).ToArray())
            {
                bet.Add(other);
            }
        }

        return bet.Count;
    }

    private static bool AreAlike(Exposure first, Exposure second, EntryReview entry)
    {
        if (entry.View.Correlation(first.Symbol, second.Symbol) is not { } correlation || double.IsNaN(correlation))
        {
            return true;
        }

        var together = first.Direction is { } one && second.Direction is { } two
            ? correlation * one.Sign() * two.Sign()
            : Math.Abs(correlation);
        return together > (double)entry.Limits.MaximumCorrelation;
    }

    private readonly record struct Exposure(Symbol Symbol, Direction? Direction);
}
