using BotCluster.Trading.Bots;

namespace BotCluster.Api.Bots;

/// <summary>A bot as a line of a list shows it.</summary>
internal record BotSummary
{
    public required Guid Id { get; init; }

    public required Guid ClientId { get; init; }

    public required string ClientName { get; init; }

    public required long Number { get; init; }

    public required string Name { get; init; }

    public required string Mode { get; init; }

    public required IReadOnlyList<string> Symbols { get; init; }

    public required string Timeframe { get; init; }

    public required string Venue { get; init; }

    public required BotStatus Status { get; init; }

    /// <summary>What keeps it from entries although it runs.</summary>
    public required EntryBlock? Block { get; init; }

    /// <summary>What goes wrong with the bot itself, in words.</summary>
    public required string? Trouble { get; init; }

    public required decimal Budget { get; init; }

    public required decimal Equity { get; init; }

    public required decimal Cash { get; init; }

    public required decimal Realised { get; init; }

    public required decimal Unrealised { get; init; }

    public required decimal Fees { get; init; }

    /// <summary>Equity less budget.</summary>
    public required decimal Profit { get; init; }

    /// <summary>Profit as a share of the budget: 0.1 is 10 %.</summary>
    public required double ProfitShare { get; init; }

    /// <summary>How far equity is below its peak, as a share.</summary>
    public required double Drawdown { get; init; }

    public required int OpenPositions { get; init; }

    /// <summary>Round trips that ended.</summary>
    public required long Trades { get; init; }

    /// <summary>Share of round trips that earned something; null before the first.</summary>
    public required double? WinRate { get; init; }

    public required long Cycles { get; init; }

    public required long Refusals { get; init; }

    /// <summary>The close of the last candles it has seen to the end.</summary>
    public required DateTimeOffset? LastStep { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Up to 40 equity points, oldest first; absent where the answer is a push.</summary>
    public IReadOnlyList<double>? Spark { get; init; }
}
