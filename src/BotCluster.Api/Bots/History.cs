using BotCluster.Ledger.Queries;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;
using BotCluster.Trading.Venues;

namespace BotCluster.Api.Bots;

/// <summary>One trade of an order, as the venue reported it.</summary>
internal sealed record Fill(
    string OrderId,
    string TradeId,
    string Symbol,
    Side Side,
    decimal Price,
    decimal Quantity,
    decimal Fee,
    string FeeAsset,
    DateTimeOffset At,
    OrderPurpose Purpose,
    Liquidity Liquidity)
{
    public static Fill Of(VenueTrade trade, OrderPurpose purpose) => new(
        trade.OrderId.ToString(),
        trade.TradeId,
        trade.Symbol.ToString(),
        trade.Side,
        trade.Price.Value,
        trade.Quantity.Value,
        trade.Fee.Amount,
        trade.Fee.Asset.Code,
        trade.At,
        purpose,
        trade.Liquidity);
}

/// <summary>A round trip: a position from its first entry to flat.</summary>
internal sealed record Trade(
    long Number,
    string Symbol,
    Direction Direction,
    decimal Quantity,
    decimal EntryPrice,
    decimal ExitPrice,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosedAt,
    decimal GrossProfit,
    decimal Fees,
    decimal Funding,
    decimal NetProfit,
    decimal Margin,
    string ExitReason)
{
    public static Trade Of(ClosedTrade trade) => new(
        trade.Number,
        trade.Symbol.ToString(),
        trade.Direction,
        trade.Quantity.Value,
        trade.EntryPrice,
        trade.ExitPrice,
        trade.OpenedAt,
        trade.ClosedAt,
        trade.GrossProfit,
        trade.Fees,
        trade.Funding,
        trade.NetProfit,
        trade.Margin,
        trade.ExitReason);
}

/// <summary>What a mode or an exit proposed, and what risk made of it.</summary>
internal sealed record Decision(
    long Number,
    DateTimeOffset At,
    string Symbol,
    DecisionAction Action,
    Direction? Direction,
    double? Confidence,
    decimal? Price,
    decimal? Stop,
    decimal? Target,
    string Reason,
    DecisionVerdict Verdict,
    string? VerdictCode,
    string? VerdictText,
    string? OrderId)
{
    public static Decision Of(DecisionRecord decision) => new(
        decision.Number,
        decision.At,
        decision.Symbol.ToString(),
        decision.Action,
        decision.Direction,
        decision.Confidence,
        decision.Price,
        decision.Stop,
        decision.Target,
        decision.Reason,
        decision.Verdict,
        decision.VerdictCode,
        decision.VerdictText,
        decision.OrderId?.ToString());
}

/// <summary>Something a person should see.</summary>
internal sealed record Alert(
    Guid BotId,
    string BotName,
    long Number,
    DateTimeOffset At,
    AlertSeverity Severity,
    string Code,
    string Text,
    DateTimeOffset? AcknowledgedAt)
{
    public static Alert Of(BotDefinition bot, string name, BotAlert alert) =>
        new(bot.Id.Value, name, alert.Number, alert.At, alert.Severity, alert.Code, alert.Text, null);

    public static Alert Of(AlertRow row) => new(
        row.Bot.Value,
        row.BotName,
        row.Alert.Number,
        row.Alert.At,
        row.Alert.Severity,
        row.Alert.Code,
        row.Alert.Text,
        row.AcknowledgedAt);
}
