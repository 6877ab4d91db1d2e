using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;

namespace BotCluster.Trading.Risk.Rules;

/// <summary>What an exit, a stop or a target must be for the venue to take it. No limit applies to them.</summary>
/// <remarks>More than is held becomes what is held: whoever wants out of more than there is wants out of all of it.</remarks>
internal static class ValidReduction
{
    public static RiskFinding? Examine(OrderIntent intent, RiskView view)
    {
        if (view.Instrument is not { } instrument || instrument.Symbol != intent.Symbol)
        {
            return new RiskFinding.Refuse(new RiskReason.Unknown(RiskUnknown.Instrument));
        }

        if (Flaw(intent) is { } flaw)
        {
            return new RiskFinding.Refuse(new RiskReason.InvalidOrder(flaw));
        }

        if (view.Account.PositionOf(intent.Symbol) is not { } held || held.Direction != intent.Direction)
        {
            return new RiskFinding.Refuse(new RiskReason.NothingHeld(intent.Symbol));
        }

        return VenueSteps.OffTick(intent, instrument) ?? Size(intent, held, instrument);
    }

    private static OrderFlaw? Flaw(OrderIntent intent) => intent switch
    {
        { Quantity.IsZero: true } => OrderFlaw.NoQuantity,
        _ when intent.Side != intent.Direction.Closes() => OrderFlaw.SideAgainstDirection,
        _ when !VenueSteps.HasPricesOfItsType(intent) => OrderFlaw.PricesAgainstType,
        _ => null,
    };

    private static RiskFinding? Size(OrderIntent intent, Position held, Instrument instrument)
    {
        if (intent.Quantity <= held.Quantity)
        {
            return VenueSteps.WholeLots(intent, instrument);
        }

        var most = instrument.FloorQuantity(held.Quantity.Value);
        var reason = new RiskReason.MoreThanHeld(intent.Quantity, held.Quantity);
        return most.IsZero
            ? new RiskFinding.Refuse(new RiskReason.LotSize(held.Quantity, instrument.Lot))
            : new RiskFinding.Shrink(intent with { Quantity = most }, reason);
    }
}
