using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Sizing;

/// <summary>What came of giving an entry its size.</summary>
public abstract record SizingDecision
{
    private SizingDecision(string code, string text)
    {
        Code = code;
        Text = text;
    }

    /// <summary>Stable, for filters and tests: <c>no-edge</c>.</summary>
    public string Code { get; }

    /// <summary>In words for the trader.</summary>
    public string Text { get; }

    /// <param name="Share">Of the equity, put up as margin.</param>
    /// <param name="Quantity">Whole lots of what that buys at the leverage.</param>
    public sealed record Sized(decimal Share, Quantity Quantity)
        : SizingDecision("sized", FormattableString.Invariant($"{Share * 100m:0.##} % of equity."));

    /// <summary>Past trades lost more than they won, so by Kelly's formula nothing is the best size.</summary>
    public sealed record NoEdge(double Kelly, int Trades)
        : SizingDecision("no-edge", FormattableString.Invariant($"The last {Trades} trades show no edge: Kelly is {Kelly:0.###}."));

    /// <summary>The share does not buy a single lot.</summary>
    public sealed record LessThanALot(decimal Share, decimal Lot)
        : SizingDecision("less-than-a-lot", FormattableString.Invariant($"{Share * 100m:0.##} % of equity is less than one lot of {Lot}."));
}
