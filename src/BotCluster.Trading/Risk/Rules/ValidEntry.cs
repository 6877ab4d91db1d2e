using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Risk.Rules;

/// <summary>An entry must be one that a venue could take: whole lots, prices on the tick, stop and target on their sides.</summary>
/// <remarks>A short on spot is refused: the venue has none to offer. Modes ask first and do not propose it.</remarks>
internal sealed class ValidEntry : IRiskRule
{
    public RiskFinding? Examine(EntryReview entry)
    {
        if (Flaw(entry) is { } flaw)
        {
            return new RiskFinding.Refuse(new RiskReason.InvalidOrder(flaw));
        }

        var intent = entry.Intent;
        if (intent.Direction == Direction.Short && !entry.Instrument.CanShort)
        {
            return new RiskFinding.Refuse(new RiskReason.ShortUnavailable(intent.Symbol));
        }

        return VenueSteps.OffTick(intent, entry.Instrument) ?? WrongSide(entry) ?? VenueSteps.WholeLots(intent, entry.Instrument);
    }

    private static OrderFlaw? Flaw(EntryReview entry) => entry switch
    {
        { Intent.Quantity.IsZero: true } => OrderFlaw.NoQuantity,
        { Intent.Leverage: < 1m } => OrderFlaw.LeverageUnderOne,
        _ when entry.Intent.Side != entry.Intent.Direction.Opens() => OrderFlaw.SideAgainstDirection,
        _ when !VenueSteps.HasPricesOfItsType(entry.Intent) => OrderFlaw.PricesAgainstType,
        _ when entry.Intent.Symbol.Quote != entry.View.Account.Quote => OrderFlaw.OtherQuoteAsset,
        _ when entry.Held is { } held && held.Direction != entry.Intent.Direction => OrderFlaw.OppositePosition,
        _ => null,
    };

    private static RiskFinding.Refuse? WrongSide(EntryReview entry) => entry switch
    {
        { StopDistance: <= 0m, Intent.ProtectiveStop: { } stop } =>
            new RiskFinding.Refuse(new RiskReason.StopOnWrongSide(stop, entry.EntryPrice)),
        { TargetDistance: <= 0m, Intent.Target: { } target } =>
            new RiskFinding.Refuse(new RiskReason.TargetOnWrongSide(target, entry.EntryPrice)),
        _ => null,
    };
}
