using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Api.Market;

/// <summary>What can be traded, and on which terms.</summary>
internal sealed record Instrument(
    string Symbol,
    MarketKind Kind,
    decimal Tick,
    decimal Lot,
    decimal MinimumNotional,
    decimal MaximumLeverage,
    decimal MakerFee,
    decimal TakerFee,
    bool CanShort,
    string FinestTimeframe)
{
    public static Instrument Of(Trading.Markets.Instrument instrument, IMarketFeed feed) => new(
        instrument.Symbol.ToString(),
        instrument.Symbol.Kind,
        instrument.Tick,
        instrument.Lot,
        instrument.MinimumNotional,
        instrument.MaximumLeverage,
        instrument.Fees.Maker,
        instrument.Fees.Taker,
        instrument.CanShort,
        feed.FinestOf(instrument.Symbol).ToString());
}
