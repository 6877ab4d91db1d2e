using BotCluster.Trading.Orders;
using BotCluster.Trading.Risk.Rules;

namespace BotCluster.Trading.Risk;

/// <summary>The only door between a bot's intent and a venue.</summary>
/// <remarks>
/// Entries pass every rule in the order of the table; one that shrinks an entry sends it round again from the top,
/// and an entry that became too small is refused by the rule on minimum orders. Whatever reduces a position meets only
/// what the venue itself would refuse, because no limit may ever keep a trader in a position.
/// </remarks>
public sealed class RiskGate
{
    private readonly IReadOnlyList<IRiskRule> _rules;

    internal RiskGate(IReadOnlyList<IRiskRule> rules)
    {
        // A gate without rules would approve everything, so it is a mistake rather than a policy.
        ArgumentOutOfRangeException.ThrowIfZero(rules.Count);
        _rules = rules;
    }

    /// <summary>The gate with every rule that needs no other bot. It keeps nothing, so all bots share it.</summary>
    public static RiskGate Standard { get; } = new(
    [
        new ValidEntry(),
        new PositionSize(),
        new Leverage(),
        new TotalMargin(),
        new AvailableCash(),
        new Drawdown(),
        new DailyLoss(),
        new LossAtStop(),
        new RewardToRisk(),
        new StopDistance(),
        new ExpectedProfit(),
        new WinProbability(),
        new MinimumOrder(),
        new TradesPerDay(),
        new PositionsPerSymbol(),
        new Correlation(),
        new Cooldown(),
        new StopLossGuard(),
        new LosingSymbol(),
    ]);

    public RiskVerdict Review(OrderIntent intent, RiskView view)
    {
        if (intent.ReducesPosition)
        {
            return ValidReduction.Examine(intent, view) switch
            {
                RiskFinding.Refuse refusal => new RiskVerdict.Refused(refusal.Reason),
                RiskFinding.Shrink shrink => Approve(shrink.To, [shrink.Reason]),
                _ => Approve(intent, []),
            };
        }

        return EntryReview.Of(intent, view, out var lacking) is { } entry
            ? ReviewEntry(entry.WithStop())
            : new RiskVerdict.Refused(new RiskReason.Unknown(lacking));
    }

    private static RiskVerdict.Approved Approve(OrderIntent intent, IReadOnlyList<RiskReason> shrinks) =>
        new(new ApprovedOrder(intent), shrinks);

    private RiskVerdict ReviewEntry(EntryReview entry)
    {
        List<RiskReason>? shrinks = null;
        for (var index = 0; index < _rules.Count;)
        {
            switch (_rules[index].Examine(entry))
            {
                case RiskFinding.Refuse refusal:
                    return new RiskVerdict.Refused(refusal.Reason);
                case RiskFinding.Shrink shrink:
                    entry = Smaller(entry, shrink.To);
                    (shrinks ??= []).Add(shrink.Reason);
                    index = 0;
                    break;
                default:
                    index++;
                    break;
            }
        }

        return Approve(entry.Intent, shrinks ?? (IReadOnlyList<RiskReason>)[]);
    }

    // Every round makes the entry smaller, so the rounds come to an end.
    private static EntryReview Smaller(EntryReview entry, OrderIntent to) => to.Quantity < entry.Intent.Quantity
        ? entry with { Intent = to }
        : throw new InvalidOperationException(
            $"A rule made {entry.Intent.Quantity} {to.Symbol} into {to.Quantity}, which is not smaller.");
}
