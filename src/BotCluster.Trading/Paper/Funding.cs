using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Paper;

/// <summary>What a perpetual position pays (or is paid) for being held over the venue's funding times.</summary>
public static class Funding
{
    /// <summary>The payments that fell due after one instant and up to another, in order; none for spot.</summary>
    /// <param name="position">As held at the time of the payments; nothing falls due before it was opened.</param>
    /// <param name="instrument">Its terms.</param>
    /// <param name="after">The last instant that was charged already.</param>
    /// <param name="until">The instant to charge up to, itself included.</param>
    /// <param name="mark">The price that values the position.</param>
    public static IReadOnlyList<FundingPayment> Due(
        Position position, Instrument instrument, DateTimeOffset after, DateTimeOffset until, Price mark)
    {
        if (instrument.Funding is not { } terms || terms.Interval <= TimeSpan.Zero)
        {
            return [];
        }

        var start = after > position.OpenedAt ? after : position.OpenedAt;
        var next = FirstAfter(start, terms.Interval);
        if (next > until)
        {
            return [];
        }

        // Where the rate is positive, longs pay shorts.
        var amount = position.Direction.Sign() * (mark * position.Quantity) * terms.Rate;
        List<FundingPayment> payments = [];
        for (; next <= until; next = FirstAfter(next, terms.Interval))
        {
            payments.Add(new FundingPayment(next, amount));
        }

        return payments;
    }

    // Times are counted from midnight UTC, each day anew, also where the interval does not divide the day.
    private static DateTimeOffset FirstAfter(DateTimeOffset instant, TimeSpan interval)
    {
        var midnight = new DateTimeOffset(instant.UtcDateTime.Date, TimeSpan.Zero);
        var next = midnight + (interval * (((instant - midnight).Ticks / interval.Ticks) + 1));
        var tomorrow = midnight.AddDays(1);
        return next < tomorrow ? next : tomorrow;
    }
}

/// <summary>One funding payment: what the holder pays then, in the quote asset; negative where it is received.</summary>
public readonly record struct FundingPayment(DateTimeOffset At, decimal Amount);
