using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Risk;

/// <summary>Why risk refused or shrank an order: a stable code and the numbers that decided it.</summary>
/// <remarks>Shares are fractions of the equity unless said otherwise. <see cref="RiskTexts"/> puts a reason in words.</remarks>
public abstract record RiskReason
{
    private RiskReason(string code) => Code = code;

    /// <summary>Stable, for filters, statistics and tests: <c>reward-risk</c>.</summary>
    public string Code { get; }

    /// <summary>Something the rules need is not known.</summary>
    public sealed record Unknown(RiskUnknown What) : RiskReason("unknown");

    /// <summary>The order contradicts itself or what is held, which a bot should not bring about.</summary>
    public sealed record InvalidOrder(OrderFlaw Flaw) : RiskReason("invalid-order");

    public sealed record OffTick(Price Price, decimal Tick) : RiskReason("off-tick");

    /// <summary>Too little to make one lot, or shrunk to whole lots.</summary>
    public sealed record LotSize(Quantity Quantity, decimal Lot) : RiskReason("lot-size");

    public sealed record NothingHeld(Symbol Symbol) : RiskReason("nothing-held");

    public sealed record MoreThanHeld(Quantity Quantity, Quantity Held) : RiskReason("more-than-held");

    /// <summary>Spot has no shorts: there is nothing to borrow.</summary>
    public sealed record ShortUnavailable(Symbol Symbol) : RiskReason("short-unavailable");

    public sealed record StopOnWrongSide(Price Stop, decimal Entry) : RiskReason("stop-wrong-side");

    public sealed record TargetOnWrongSide(Price Target, decimal Entry) : RiskReason("target-wrong-side");

    public sealed record PositionSize(decimal Share, decimal Limit) : RiskReason("position-size");

    public sealed record Leverage(decimal Asked, decimal Limit) : RiskReason("leverage");

    public sealed record AbsoluteLeverage(decimal Asked, decimal Limit) : RiskReason("leverage-absolute");

    /// <param name="Share">Of the equity, with this entry.</param>
    /// <param name="Limit">The most that may be put up.</param>
    public sealed record TotalMargin(decimal Share, decimal Limit) : RiskReason("total-margin");

    /// <param name="Needed">Margin of this entry, in the quote asset.</param>
    /// <param name="Available">Cash that is neither margin, nor promised, nor kept back.</param>
    public sealed record Cash(decimal Needed, decimal Available) : RiskReason("cash");

    public sealed record Drawdown(decimal Share, decimal Limit) : RiskReason("drawdown");

    /// <param name="Loss">Of the UTC day so far, in the quote asset.</param>
    /// <param name="Limit">Where entries end.</param>
    public sealed record DailyLoss(decimal Loss, decimal Limit) : RiskReason("daily-loss");

    /// <param name="Share">Of the equity that the position would lose at its stop.</param>
    /// <param name="Limit">The most it may lose.</param>
    public sealed record LossAtStop(decimal Share, decimal Limit) : RiskReason("loss-at-stop");

    public sealed record RewardToRisk(decimal Ratio, decimal Minimum) : RiskReason("reward-risk");

    public sealed record StopTooClose(decimal Distance, decimal Minimum) : RiskReason("stop-too-close");

    public sealed record StopTooFar(decimal Distance, decimal Maximum) : RiskReason("stop-too-far");

    /// <summary>At this leverage the venue would liquidate the position before its stop is reached.</summary>
    public sealed record StopBeyondLiquidation(decimal Distance, decimal AtLeverage) : RiskReason("stop-beyond-liquidation");

    /// <param name="Expected">After fees, as a share of the position.</param>
    /// <param name="Minimum">What it must be.</param>
    public sealed record ExpectedProfit(decimal Expected, decimal Minimum) : RiskReason("expected-profit");

    /// <param name="Won">Share of the latest trades that were won.</param>
    /// <param name="Minimum">What it must be.</param>
    /// <param name="Trades">How many trades it is judged by.</param>
    public sealed record WinProbability(double Won, decimal Minimum, int Trades) : RiskReason("win-probability");

    public sealed record MinimumOrder(decimal Notional, decimal Minimum) : RiskReason("minimum-order");

    public sealed record TradesPerDay(int Trades, int Limit) : RiskReason("trades-per-day");

    public sealed record PositionsPerSymbol(Symbol Symbol, int Entries, int Limit) : RiskReason("positions-per-symbol");

    /// <summary>An entry in the symbol is still on its way; until it is settled nobody knows what is held.</summary>
    public sealed record EntryPending(Symbol Symbol) : RiskReason("entry-pending");

    /// <summary>The second step of a pyramid waits until the first is in profit.</summary>
    public sealed record PyramidNotInProfit(decimal Entry, decimal Average) : RiskReason("pyramid-not-in-profit");

    public sealed record PyramidSize(decimal Share, decimal Limit) : RiskReason("pyramid-size");

    /// <param name="Positions">That would be one bet, this entry among them.</param>
    /// <param name="Limit">How many may be.</param>
    /// <param name="Threshold">Correlation above which two positions are one bet.</param>
    public sealed record Correlation(int Positions, int Limit, decimal Threshold) : RiskReason("correlation");

    public sealed record Cooldown(Symbol Symbol, DateTimeOffset Until) : RiskReason("cooldown");

    public sealed record StopLossGuard(DateTimeOffset Until) : RiskReason("stop-loss-guard");

    public sealed record LosingSymbol(Symbol Symbol, DateTimeOffset Until) : RiskReason("losing-symbol");
}

/// <summary>What the rules must know and do not.</summary>
public enum RiskUnknown
{
    Instrument = 1,
    Price = 2,
    Equity = 3,

    /// <summary>The peak that drawdown is measured from.</summary>
    PeakEquity = 4,

    /// <summary>What the bot was worth when this UTC day began.</summary>
    DayStartEquity = 5,

    /// <summary>Where the position that an entry adds to has its stop.</summary>
    StopOfPosition = 6,
}

/// <summary>How an order contradicts itself or what is held.</summary>
public enum OrderFlaw
{
    /// <summary>A long is opened by a purchase and closed by a sale; a short the other way round.</summary>
    SideAgainstDirection = 1,

    /// <summary>A limit order without its limit, a stop order without its stop, or a price that the type does not have.</summary>
    PricesAgainstType = 2,

    NoQuantity = 3,

    /// <summary>Leverage starts at 1.</summary>
    LeverageUnderOne = 4,

    /// <summary>The symbol is quoted in another asset than the account.</summary>
    OtherQuoteAsset = 5,

    /// <summary>A position in the opposite direction is held.</summary>
    OppositePosition = 6,
}
