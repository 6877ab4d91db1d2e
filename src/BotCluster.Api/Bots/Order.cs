using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;

namespace BotCluster.Api.Bots;

/// <summary>One order of a bot, from its intent to its end.</summary>
internal sealed record Order
{
    public required string Id { get; init; }

    public required string Symbol { get; init; }

    public required Side Side { get; init; }

    public required Direction Direction { get; init; }

    public required OrderPurpose Purpose { get; init; }

    public required OrderType Type { get; init; }

    public required decimal Quantity { get; init; }

    public required decimal Filled { get; init; }

    public required decimal? LimitPrice { get; init; }

    public required decimal? StopPrice { get; init; }

    public required OrderStatus Status { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string Reason { get; init; }

    public required string? Note { get; init; }

    public static Order Of(BotOrder order, DateTimeOffset updatedAt) => new()
    {
        Id = order.Id.ToString(),
        Symbol = order.Intent.Symbol.ToString(),
        Side = order.Intent.Side,
        Direction = order.Intent.Direction,
        Purpose = order.Intent.Purpose,
        Type = order.Intent.Type,
        Quantity = order.Intent.Quantity.Value,
        Filled = order.Filled.Value,
        LimitPrice = order.Intent.LimitPrice?.Value,
        StopPrice = order.Intent.StopPrice?.Value,
        Status = order.Status,
        RecordedAt = order.RecordedAt,
        UpdatedAt = updatedAt,
        Reason = order.Intent.Reason,
        Note = order.Note,
    };
}
