using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Ports;

/// <summary>Something that happened to a bot, for the ledger. Each kind has a natural key, so a repeat is harmless.</summary>
public abstract record Fact
{
    private Fact()
    {
    }

    /// <summary>An order as it now stands. Key: the order's id; a later status replaces an earlier one.</summary>
    public sealed record OrderChanged(BotOrder Order, DateTimeOffset At) : Fact;

    /// <summary>A venue trade as booked. Key: order id and trade id.</summary>
    public sealed record OrderFilled(VenueTrade Trade, OrderPurpose Purpose) : Fact;

    /// <summary>A round trip that ended. Key: the bot's trade number.</summary>
    public sealed record TradeClosed(ClosedTrade Trade) : Fact;

    /// <summary>What the bot was worth. Key: the instant.</summary>
    public sealed record EquityMarked(EquityPoint Point) : Fact;

    /// <summary>What a mode (or an exit) proposed and what risk made of it. Key: the bot's decision number.</summary>
    public sealed record DecisionMade(DecisionRecord Decision) : Fact;

    /// <summary>Something a person should see. Key: the bot's alert number.</summary>
    public sealed record AlertRaised(BotAlert Alert) : Fact;

    /// <summary>Money moved that no trade moved: a transfer, a funding payment. Key: the bot's booking number.</summary>
    public sealed record CashBooked(CashBooking Booking) : Fact;
}

/// <summary>A bot's worth at one instant, in its quote asset.</summary>
/// <param name="At">The bot's time.</param>
/// <param name="Equity">Cash and the value of the positions.</param>
/// <param name="Cash">Cash alone.</param>
/// <param name="Unrealised">Profit of the open positions so far, before fees.</param>
/// <param name="Drawdown">How far below its peak, as a share: 0.1 is 10 %.</param>
public sealed record EquityPoint(DateTimeOffset At, decimal Equity, decimal Cash, decimal Unrealised, double Drawdown);

/// <summary>One proposal and its fate.</summary>
public sealed record DecisionRecord
{
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Symbol Symbol { get; init; }

    public required DecisionAction Action { get; init; }

    public Direction? Direction { get; init; }

    public double? Confidence { get; init; }

    public decimal? Price { get; init; }

    public decimal? Stop { get; init; }

    public decimal? Target { get; init; }

    public required string Reason { get; init; }

    public required DecisionVerdict Verdict { get; init; }

    /// <summary>For a refusal or a shrink its stable code, such as <c>risk-reward</c>.</summary>
    public string? VerdictCode { get; init; }

    /// <summary>For a refusal or a shrink what was too much or too little, with its numbers.</summary>
    public string? VerdictText { get; init; }

    /// <summary>The order it became.</summary>
    public ClientOrderId? OrderId { get; init; }
}

/// <summary>What was proposed.</summary>
public enum DecisionAction
{
    Enter = 1,
    Close = 2,
    Reduce = 3,
}

/// <summary>What risk made of a proposal.</summary>
public enum DecisionVerdict
{
    Approved = 1,

    /// <summary>Approved, but smaller than proposed.</summary>
    Shrunk = 2,

    Refused = 3,

    /// <summary>Not put to risk: nothing to close, an order already working, a bot that takes no entries.</summary>
    Ignored = 4,
}

/// <summary>Something a person should see.</summary>
/// <param name="Number">Counted by the bot.</param>
/// <param name="At">The bot's time.</param>
/// <param name="Severity">How soon somebody should look.</param>
/// <param name="Code">Stable, for filters and tests: <c>drawdown-stop</c>.</param>
/// <param name="Text">What happened, with its numbers.</param>
public sealed record BotAlert(long Number, DateTimeOffset At, AlertSeverity Severity, string Code, string Text);

/// <summary>How soon somebody should look.</summary>
public enum AlertSeverity
{
    Notice = 1,
    Warning = 2,
    Critical = 3,
}

/// <summary>Money that moved without a trade.</summary>
/// <param name="Number">Counted by the bot.</param>
/// <param name="At">The bot's time.</param>
/// <param name="Kind">What moved it.</param>
/// <param name="Symbol">The perpetual that funding was paid on.</param>
/// <param name="Amount">Into the bot's cash; negative: out of it.</param>
public sealed record CashBooking(long Number, DateTimeOffset At, CashBookingKind Kind, Symbol? Symbol, decimal Amount);

/// <summary>What moved money without a trade.</summary>
public enum CashBookingKind
{
    Transfer = 1,
    Funding = 2,
}
