using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;

namespace BotCluster.Trading.Risk.Rules;

/// <summary>What a venue asks of every order: the prices its type has, on the tick, and whole lots.</summary>
internal static class VenueSteps
{
    public static bool HasPricesOfItsType(OrderIntent intent) => intent.Type switch
    {
        OrderType.Limit => intent is { LimitPrice: not null, StopPrice: null },
        OrderType.Stop => intent is { LimitPrice: null, StopPrice: not null },
        _ => intent is { LimitPrice: null, StopPrice: null },
    };

    public static RiskFinding? OffTick(OrderIntent intent, Instrument instrument)
    {
        var off = Off(intent.LimitPrice, instrument) ?? Off(intent.StopPrice, instrument)
            ?? Off(intent.ProtectiveStop, instrument) ?? Off(intent.Target, instrument);
        return off is { } price ? new RiskFinding.Refuse(new RiskReason.OffTick(price, instrument.Tick)) : null;
    }

    public static RiskFinding? WholeLots(OrderIntent intent, Instrument instrument)
    {
        var whole = instrument.FloorQuantity(intent.Quantity.Value);
        if (whole == intent.Quantity)
        {
            return null;
        }

        var reason = new RiskReason.LotSize(intent.Quantity, instrument.Lot);
        return whole.IsZero
            ? new RiskFinding.Refuse(reason)
            : new RiskFinding.Shrink(intent with { Quantity = whole }, reason);
    }

    private static Price? Off(Price? price, Instrument instrument) =>
        price is { } value && value.Value % instrument.Tick != 0m ? value : null;
}
