using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Orders;

/// <summary>One order of a bot, from its durable intent to its end.</summary>
public sealed record BotOrder
{
    public required ClientOrderId Id { get; init; }

    public required OrderIntent Intent { get; init; }

    public required OrderStatus Status { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>After this instant the sender refuses to send it, and so does the venue where it can be told to.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What was traded of it, as booked from venue trades.</summary>
    public Quantity Filled { get; init; }

    /// <summary>The venue's ids of the trades that make it up, so that none is booked twice.</summary>
    public IReadOnlyList<string> Trades { get; init; } = [];

    /// <summary>What is left to trade.</summary>
    public Quantity Remaining => Intent.Quantity - Filled;

    /// <summary>Why it ended as it did, where that needs saying: the venue's error, or the bot's reason.</summary>
    public string? Note { get; init; }

    /// <summary>The same order one step on; a step that the table of transitions does not know is a mistake of ours.</summary>
    public BotOrder Become(OrderStatus status, string? note = null) => Status.CanBecome(status)
        ? this with { Status = status, Note = note ?? Note }
        : throw new InvalidOperationException($"Order {Id} cannot go from {Status} to {status}.");
}
