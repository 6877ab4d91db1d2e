using System.Diagnostics;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Ports;
using Npgsql;

namespace BotCluster.Ledger.Writing;

/// <summary>The facts of a batch, sorted by kind.</summary>
internal sealed class FactBatch
{
    private readonly List<Recorded<Fact.OrderChanged>> _orders = [];
    private readonly List<Recorded<Fact.OrderFilled>> _fills = [];
    private readonly List<Recorded<ClosedTrade>> _trades = [];
    private readonly List<Recorded<EquityPoint>> _equity = [];
    private readonly List<Recorded<EquityPoint>> _latestEquity = [];
    private readonly List<Recorded<DecisionRecord>> _decisions = [];
    private readonly List<Recorded<BotAlert>> _alerts = [];
    private readonly List<Recorded<CashBooking>> _bookings = [];

    /// <summary>The months that the batch needs partitions of.</summary>
    public static IEnumerable<DateTimeOffset> MonthsOf(BotCommit commit)
    {
        foreach (var fact in commit.Facts)
        {
            DateTimeOffset? at = fact switch
            {
                Fact.EquityMarked marked => marked.Point.At,
                Fact.DecisionMade made => made.Decision.At,
                _ => null,
            };
            if (at is { UtcDateTime: var time })
            {
                yield return new DateTimeOffset(time.Year, time.Month, 1, 0, 0, 0, TimeSpan.Zero);
            }
        }
    }

    public void Add(BotCommit commit)
    {
        var before = _equity.Count;
        for (var index = 0; index < commit.Facts.Count; index++)
        {
            // One statement may touch a row once: of an order's steps within one commit only the last is written.
            if (commit.Facts[index] is not Fact.OrderChanged changed || !IsOvertaken(commit.Facts, index, changed))
            {
                Add(commit, commit.Facts[index]);
            }
        }

        if (_equity.Count > before)
        {
            _latestEquity.Add(_equity.Skip(before).MaxBy(row => row.Fact.At));
        }
    }

    public void AddTo(NpgsqlBatch batch)
    {
        FactTables.Orders.AddTo(batch, _orders);
        FactTables.Fills.AddTo(batch, _fills);
        FactTables.Trades.AddTo(batch, _trades);
        FactTables.Equity.AddTo(batch, _equity);
        FactTables.LatestEquity.AddTo(batch, _latestEquity);
        FactTables.Decisions.AddTo(batch, _decisions);
        FactTables.Alerts.AddTo(batch, _alerts);
        FactTables.Bookings.AddTo(batch, _bookings);
    }

    private static bool IsOvertaken(IReadOnlyList<Fact> facts, int index, Fact.OrderChanged changed)
    {
        for (var later = index + 1; later < facts.Count; later++)
        {
            if (facts[later] is Fact.OrderChanged next && next.Order.Id == changed.Order.Id)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(BotCommit commit, Fact fact)
    {
        switch (fact)
        {
            case Fact.OrderChanged changed:
                _orders.Add(new(commit, changed));
                break;
            case Fact.OrderFilled filled:
                _fills.Add(new(commit, filled));
                break;
            case Fact.TradeClosed closed:
                _trades.Add(new(commit, closed.Trade));
                break;
            case Fact.EquityMarked marked:
                _equity.Add(new(commit, marked.Point));
                break;
            case Fact.DecisionMade made:
                _decisions.Add(new(commit, made.Decision));
                break;
            case Fact.AlertRaised raised:
                _alerts.Add(new(commit, raised.Alert));
                break;
            case Fact.CashBooked booked:
                _bookings.Add(new(commit, booked.Booking));
                break;
            default:
                throw new UnreachableException();
        }
    }
}
