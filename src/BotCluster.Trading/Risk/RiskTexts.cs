using System.Diagnostics;
using System.Globalization;

namespace BotCluster.Trading.Risk;

/// <summary>Puts the reasons of risk in words for the trader, numbers included. The one place that does.</summary>
public static class RiskTexts
{
    public static string Describe(RiskReason reason) => OfOrder(reason) ?? OfSize(reason) ?? OfStop(reason) ?? OfHistory(reason)
        ?? throw new UnreachableException($"The reason {reason.Code} has no words.");

    private static string? OfOrder(RiskReason reason) => reason switch
    {
        RiskReason.Unknown of => $"Refused because {Spell(of.What)} is not known.",
        RiskReason.InvalidOrder of => $"The order is not valid: {Spell(of.Flaw)}.",
        RiskReason.OffTick of => $"Price {of.Price} is not a multiple of the tick {Number(of.Tick)}.",
        RiskReason.LotSize of => $"Quantity {of.Quantity} is not a whole number of lots of {Number(of.Lot)}.",
        RiskReason.NothingHeld of => $"There is no position in {of.Symbol} that this order could reduce.",
        RiskReason.MoreThanHeld of => $"Quantity {of.Quantity} is more than the {of.Held} held.",
        RiskReason.ShortUnavailable of => $"{of.Symbol} cannot be sold short: it is a spot market.",
        RiskReason.EntryPending of => $"An earlier entry in {of.Symbol} is not settled yet.",
        RiskReason.MinimumOrder of => $"Order value {Amount(of.Notional)} is under the minimum of {Amount(of.Minimum)}.",
        _ => null,
    };

    private static string? OfSize(RiskReason reason) => reason switch
    {
        RiskReason.PositionSize of => $"Position size {Percent(of.Share)} of equity is over {Percent(of.Limit)}.",
        RiskReason.Leverage of => $"Leverage {Number(of.Asked)} is over {Number(of.Limit)}.",
        RiskReason.AbsoluteLeverage of => $"Leverage {Number(of.Asked)} is never allowed: it must be under {Number(of.Limit)}.",
        RiskReason.TotalMargin of => $"Total margin {Percent(of.Share)} of equity is over {Percent(of.Limit)}.",
        RiskReason.Cash of => $"The entry needs {Amount(of.Needed)} and {Amount(of.Available)} of cash is free.",
        RiskReason.LossAtStop of => $"Loss at the stop {Percent(of.Share)} of equity is over {Percent(of.Limit)}.",
        RiskReason.PositionsPerSymbol of => $"{of.Symbol} is held already: {of.Entries} of {of.Limit} entries made.",
        RiskReason.PyramidNotInProfit of =>
            $"The second entry at {Number(of.Entry)} waits until the first, at {Number(of.Average)}, is in profit.",
        RiskReason.PyramidSize of => $"This step of the pyramid is {Percent(of.Share)} of equity, over {Percent(of.Limit)}.",
        RiskReason.Correlation of =>
            $"It would make {of.Positions} open positions with correlation over {Number(of.Threshold)}; {of.Limit} are allowed.",
        _ => null,
    };

    private static string? OfStop(RiskReason reason) => reason switch
    {
        RiskReason.StopOnWrongSide of => $"Stop {of.Stop} is on the wrong side of the entry at {Number(of.Entry)}.",
        RiskReason.TargetOnWrongSide of => $"Target {of.Target} is on the wrong side of the entry at {Number(of.Entry)}.",
        RiskReason.RewardToRisk of => $"Reward to risk {Below(of.Ratio, of.Minimum)} is under {Number(of.Minimum)}.",
        RiskReason.StopTooClose of => $"Stop distance {Percent(of.Distance)} is under {Percent(of.Minimum)}.",
        RiskReason.StopTooFar of => $"Stop distance {Percent(of.Distance)} is over {Percent(of.Maximum)}.",
        RiskReason.StopBeyondLiquidation of =>
            $"At leverage {Number(of.AtLeverage)} the margin is lost before a stop {Percent(of.Distance)} away is reached.",
        RiskReason.ExpectedProfit of =>
            $"Expected profit after fees {Percent(of.Expected)} of the position is under {Percent(of.Minimum)}.",
        _ => null,
    };

    private static string? OfHistory(RiskReason reason) => reason switch
    {
        RiskReason.Drawdown of => $"Drawdown {Percent(of.Share)} from the peak has reached {Percent(of.Limit)}.",
        RiskReason.DailyLoss { Loss: var loss, Limit: var limit } when loss < limit =>
            $"Today's loss reached {Amount(limit)} before it came back to {Amount(loss)}.",
        RiskReason.DailyLoss of => $"Today's loss {Amount(of.Loss)} has reached {Amount(of.Limit)}.",
        RiskReason.WinProbability of =>
            $"{Percent((decimal)of.Won)} of the last {of.Trades} trades were won, under {Percent(of.Minimum)}.",
        RiskReason.TradesPerDay of => $"{of.Trades} trades were made today; {of.Limit} are allowed.",
        RiskReason.Cooldown of => $"{of.Symbol} rests after a stop until {Time(of.Until)}.",
        RiskReason.StopLossGuard of => $"Entries pause after several stops until {Time(of.Until)}.",
        RiskReason.LosingSymbol of => $"{of.Symbol} rests after losing trades until {Time(of.Until)}.",
        _ => null,
    };

    private static string Spell(RiskUnknown what) => what switch
    {
        RiskUnknown.Instrument => "the instrument",
        RiskUnknown.Price => "the price",
        RiskUnknown.Equity => "the equity",
        RiskUnknown.PeakEquity => "the peak of the equity",
        RiskUnknown.DayStartEquity => "the equity at the start of the day",
        RiskUnknown.StopOfPosition => "the stop of the position",
        _ => throw new UnreachableException($"{what}"),
    };

    private static string Spell(OrderFlaw flaw) => flaw switch
    {
        OrderFlaw.SideAgainstDirection => "its side does not fit its direction",
        OrderFlaw.PricesAgainstType => "its prices do not fit its type",
        OrderFlaw.NoQuantity => "it has no quantity",
        OrderFlaw.LeverageUnderOne => "its leverage is under 1",
        OrderFlaw.OtherQuoteAsset => "its symbol is quoted in another asset than the account",
        OrderFlaw.OppositePosition => "a position in the opposite direction is held",
        _ => throw new UnreachableException($"{flaw}"),
    };

    private static string Percent(decimal share) => (share * 100m).ToString("0.####", CultureInfo.InvariantCulture) + " %";

    private static string Amount(decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.########", CultureInfo.InvariantCulture);

    // Rounded only where that keeps it under: 1.299 must not read as "1.3 is under 1.3".
    private static string Below(decimal ratio, decimal minimum) =>
        Math.Round(ratio, 2) < minimum ? ratio.ToString("0.##", CultureInfo.InvariantCulture) : Number(ratio);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
