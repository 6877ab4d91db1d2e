using BotCluster.Api.Http;
using BotCluster.Engine;
using BotCluster.Ledger.Queries;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;

namespace BotCluster.Api.Fleet;

/// <summary>Sums up the bots of some clients, or of all.</summary>
internal sealed class FleetView(IBotEngine engine, IMarketFeed feed, FleetQueries ledger)
{
    /// <param name="clients">Null: all.</param>
    /// <param name="cancellationToken">To give up.</param>
    public async Task<FleetTotals> SumAsync(IReadOnlyCollection<TenantId>? clients, CancellationToken cancellationToken)
    {
        var parts = new List<FleetSummary>();
        foreach (var client in clients?.Select(one => (TenantId?)one) ?? [null])
        {
            parts.Add(await engine.SummariseAsync(client, cancellationToken));
        }

        var figures = await ledger.SumAsync(clients is null ? TenantScope.All : TenantScope.Of(clients), cancellationToken);
        return Total(parts, figures.Trades);
    }

    private FleetTotals Total(List<FleetSummary> parts, long trades)
    {
        var equity = parts.Sum(part => part.Equity);
        var budget = parts.Sum(part => part.Budget);
        return new FleetTotals
        {
            Bots = Enum.GetValues<BotStatus>().ToDictionary(
                status => EnumNames.Of(status), status => parts.Sum(part => part.BotsByStatus.GetValueOrDefault(status))),
            Troubled = parts.Sum(part => part.Troubled),
            Budget = budget,
            Equity = equity,
            Realised = parts.Sum(part => part.Realised),
            Unrealised = parts.Sum(part => part.Unrealised),
            Profit = equity - budget,
            Fees = parts.Sum(part => part.Fees),
            OpenPositions = parts.Sum(part => part.OpenPositions),
            Orders = parts.Sum(part => part.Orders),
            Fills = parts.Sum(part => part.Fills),
            Trades = trades,
            Refusals = parts.Sum(part => part.Refusals),
            Cycles = parts.Sum(part => part.Cycles),
            CycleLag = parts.Count == 0 ? 0 : parts.Max(part => part.CycleLag.TotalSeconds),
            Feed = Feed.Of(feed.State),
        };
    }
}
