namespace BotCluster.Trading.Markets;

/// <summary>What a venue takes of each trade, as fractions of its notional: 0.0005 is 0.05 %.</summary>
/// <param name="Maker">For an order that waited in the book; negative where the venue pays a rebate.</param>
/// <param name="Taker">For an order that traded at once.</param>
public readonly record struct Fees(decimal Maker, decimal Taker)
{
    /// <summary>0.05 % a side, the paper venue's fee unless the instrument says otherwise.</summary>
    public static Fees Paper => new(0.0005m, 0.0005m);
}

/// <summary>What the holders of a perpetual pay each other: long pays short where the rate is positive.</summary>
/// <param name="Rate">Share of the position's notional at each interval: 0.0001 is 0.01 %.</param>
/// <param name="Interval">Time between payments, counted from midnight UTC.</param>
public readonly record struct FundingTerms(decimal Rate, TimeSpan Interval);
