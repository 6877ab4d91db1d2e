using System.Diagnostics;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Sizing;

/// <summary>Turns a bot's sizing rule into a quantity.</summary>
public static class Sizer
{
    /// <summary>Under this win rate the base size is halved: such a bot lives on few winners and must survive the rest.</summary>
    public const double LowWinRate = 0.30;

    public static SizingDecision Size(SizingOptions options, SizingInput input)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(input.Leverage, 1m);
        var @base = Math.Clamp(input.ProposedShare ?? options.Share, 0m, RiskLimits.MostPositionShare);
        return options switch
        {
            SizingOptions.FixedFraction => Of(@base, input),
            SizingOptions.ConfidenceScaled => Of(@base * (decimal)Math.Clamp(input.Confidence, 0.0, 1.0), input),
            SizingOptions.RiskAtStop of => Of(Measured(of.Risk, input.StopDistance, input) ?? @base, input),
            SizingOptions.VolatilityTarget of => Of(Measured(of.Target, AtrShare(input), input) ?? @base, input),
            SizingOptions.Kelly of => Kelly(of, @base, input),
            _ => throw new UnreachableException(),
        };
    }

    // The margin whose exposure gains or loses this share of the equity when the price moves by that share.
    private static decimal? Measured(decimal risk, decimal? move, SizingInput input) => move is { } share and > 0m
        ? risk / share / input.Leverage
        : null;

    // Steadier than a hundredth of a percent a candle is no market but a pegged price or a gap in the data.
    private static decimal? AtrShare(SizingInput input) => input.AtrShare is { } share and >= 0.0001 and < 10 ? (decimal)share : null;

    private static SizingDecision Kelly(SizingOptions.Kelly options, decimal @base, SizingInput input)
    {
        var record = TradeRecord.Of(input.Outcomes, input.Now);
        var cautious = record.Trades > 0 && record.WinRate < LowWinRate ? @base / 2m : @base;
        if (!record.IsTelling)
        {
            return Of(cautious, input);
        }

        var kelly = Formula(record);
        if (kelly <= 0)
        {
            return new SizingDecision.NoEdge(kelly, record.Trades);
        }

        var share = Math.Min((decimal)kelly * options.Fraction, options.MaximumShare);
        return Of(record.WinRate < LowWinRate ? Math.Min(share, cautious) : share, input);
    }

    // (p × W − (1 − p) × L) / W; without a single win there is no edge.
    private static double Formula(TradeRecord record) => record.AverageWin > 0
        ? ((record.WinRate * record.AverageWin) - ((1 - record.WinRate) * record.AverageLoss)) / record.AverageWin
        : -1;

    private static SizingDecision Of(decimal share, SizingInput input)
    {
        var bounded = Math.Clamp(share, 0m, RiskLimits.MostPositionShare);
        var margin = bounded * Math.Max(0m, input.Equity);
        var quantity = input.Instrument.FloorQuantity(margin * input.Leverage / input.Price.Value);
        return quantity.IsZero
            ? new SizingDecision.LessThanALot(bounded, input.Instrument.Lot)
            : new SizingDecision.Sized(bounded, quantity);
    }
}
