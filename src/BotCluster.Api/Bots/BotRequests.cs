using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Api.Bots;

/// <summary>A bot to be made.</summary>
internal sealed record NewBotRequest
{
    /// <summary>Whose it shall be; may be left out by somebody who belongs to one client only.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>Chosen by the caller, so that asking twice makes one bot.</summary>
    public Guid? Id { get; init; }

    public required SettingsDocument Settings { get; init; }

    /// <summary>Whether it starts at once.</summary>
    public bool? Start { get; init; }
}

/// <summary>Which position to close; all, where no symbol is named.</summary>
internal sealed record CloseRequest
{
    public string? Symbol { get; init; }
}

/// <summary>Why a bot is killed.</summary>
internal sealed record BotKillRequest
{
    public required string Reason { get; init; }
}

/// <summary>A transfer into a bot, or out of it where negative.</summary>
internal sealed record BudgetRequest
{
    public required decimal Amount { get; init; }
}

/// <summary>A proposal from outside. It goes through risk like any other.</summary>
internal sealed record SignalRequest
{
    public required DecisionAction Action { get; init; }

    public required string Symbol { get; init; }

    /// <summary>For an entry; long where it is left out.</summary>
    public Direction? Direction { get; init; }

    /// <summary>0 to 1; 1 where it is left out.</summary>
    public double? Confidence { get; init; }

    public decimal? Stop { get; init; }

    public decimal? Target { get; init; }

    /// <summary>Share of equity to put up, above 0 to 1; the bot's own sizing where it is left out.</summary>
    public decimal? SizeShare { get; init; }

    public decimal? Leverage { get; init; }

    /// <summary>For a reduction: how much of the position to close, above 0 to 1.</summary>
    public decimal? Fraction { get; init; }

    public required string Reason { get; init; }
}
