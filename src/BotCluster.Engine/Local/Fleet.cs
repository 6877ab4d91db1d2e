using System.Collections.Concurrent;
using BotCluster.Engine.Running;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Local;

/// <summary>The sums over all bots, kept up with each commit and never counted anew.</summary>
internal sealed class Fleet(MarketClock clock)
{
    private readonly ConcurrentDictionary<TenantId, ClientTally> _clients = new();
    private readonly HashSet<BotSlot> _behind = [];

    public long Cycles => _clients.Values.Sum(client => client.Cycles);

    public long Orders => _clients.Values.Sum(client => client.Orders);

    public long Fills => _clients.Values.Sum(client => client.Fills);

    public long Refusals => _clients.Values.Sum(client => client.Refusals);

    public ClientTally Of(TenantId tenant) => _clients.GetOrAdd(tenant, static tenant => new ClientTally(tenant));

    /// <summary>Takes what a bot is worth now into the sums. Called inside its turn.</summary>
    public void Take(BotSlot slot)
    {
        var share = slot.Runner is { } runner ? ShareOf(runner, slot, clock.Now) : slot.Share with { IsTroubled = true };
        slot.Tally.Exchange(slot.Share, share);
        slot.Share = share;
    }

    public static void Count(BotSlot slot, IReadOnlyList<Fact> facts)
    {
        var (orders, fills) = (0, 0);
        for (var index = 0; index < facts.Count; index++)
        {
            switch (facts[index])
            {
                case Fact.OrderChanged { Order.Status: OrderStatus.Recorded }:
                    orders++;
                    break;
                case Fact.OrderFilled:
                    fills++;
                    break;
            }
        }

        slot.Tally.Count(orders, fills, 0);
    }

    /// <summary>Remembers who is behind, so that the lag needs no look at all bots.</summary>
    public void Watch(BotSlot slot)
    {
        if (slot.IsBehind == slot.IsWatched)
        {
            return;
        }

        lock (_behind)
        {
            slot.IsWatched = slot.IsBehind;
            if (slot.IsWatched)
            {
                _behind.Add(slot);
            }
            else
            {
                _behind.Remove(slot);
            }
        }
    }

    public FleetSummary Summarise(TenantId? tenant)
    {
        var totals = new FleetTotals();
        foreach (var client in _clients.Values)
        {
            if (tenant is null || client.Tenant == tenant)
            {
                client.AddTo(totals);
            }
        }

        return totals.Summary(LagOf(tenant));
    }

    public TimeSpan LagOf(TenantId? tenant)
    {
        var longest = TimeSpan.Zero;
        lock (_behind)
        {
            foreach (var slot in _behind)
            {
                if ((tenant is null || slot.Definition.Tenant == tenant)
                    && clock.Now is { } now && slot.LastSeen is { } seen && now - seen > longest)
                {
                    longest = now - seen;
                }
            }
        }

        return longest;
    }

    private static BotShare ShareOf(BotRunner runner, BotSlot slot, DateTimeOffset? marketTime)
    {
        var account = runner.State.Account;
        var unrealised = 0m;
        var isPriced = true;
        for (var index = 0; index < account.Positions.Count; index++)
        {
            var position = account.Positions[index];
            var price = runner.Cycle.PriceAt(position.Symbol, runner.LastStep ?? marketTime ?? default);
            isPriced &= price is not null;
            unrealised += price is { } known ? position.UnrealisedAt((decimal)known) : 0m;
        }

        return new BotShare
        {
            Status = runner.Status,
            IsTroubled = slot.Trouble is not null || runner.State.Block is not null,
            Budget = account.Budget,
            Equity = isPriced ? EquityOf(account, unrealised) : slot.Share.Equity,
            Realised = account.Totals.Realised,
            Unrealised = unrealised,
            Fees = account.Totals.Fees,
            Positions = account.Positions.Count,
            Orders = runner.State.Orders.Count,
        };
    }

    // On spot a position is worth what it would be sold for, on a perpetual its profit so far.
    private static decimal EquityOf(Account account, decimal unrealised)
    {
        var equity = account.Cash + unrealised;
        for (var index = 0; index < account.Positions.Count; index++)
        {
            var position = account.Positions[index];
            equity += position.Symbol.Kind == Trading.Markets.MarketKind.Spot ? position.Cost : 0m;
        }

        return equity;
    }
}
