using BotCluster.Api.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Api.Live;

/// <summary>What is pushed to whoever watches a bot: the bot, and what happened since the last push.</summary>
internal sealed record BotPush(
    Bot Bot,
    IReadOnlyList<Order> Orders,
    IReadOnlyList<Fill> Fills,
    IReadOnlyList<Trade> Trades,
    IReadOnlyList<Decision> Decisions,
    IReadOnlyList<Alert> Alerts,
    IReadOnlyList<EquityPoint> Equity)
{
    public static BotPush Of(BotPicture picture, IReadOnlyList<Fact> facts) => new(
        picture.Whole(null),
        [.. facts.OfType<Fact.OrderChanged>()
            .GroupBy(fact => fact.Order.Id).Select(changes => changes.Last()).Select(fact => Order.Of(fact.Order, fact.At))],
        [.. facts.OfType<Fact.OrderFilled>().Select(fact => Fill.Of(fact.Trade, fact.Purpose))],
        [.. facts.OfType<Fact.TradeClosed>().Select(fact => Trade.Of(fact.Trade))],
        [.. facts.OfType<Fact.DecisionMade>().Select(fact => Decision.Of(fact.Decision))],
        [.. facts.OfType<Fact.AlertRaised>().Select(fact => Alert.Of(picture.Row.Definition, picture.Row.Name, fact.Alert))],
        [.. facts.OfType<Fact.EquityMarked>().Select(fact => fact.Point)]);
}
