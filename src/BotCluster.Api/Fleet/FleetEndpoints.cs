using System.ComponentModel.DataAnnotations;
using BotCluster.Api.Access;
using BotCluster.Ledger.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Fleet;

/// <summary>All bots that somebody sees, together.</summary>
internal static class FleetEndpoints
{
    private const int MostPoints = 2000;
    private const int DefaultPoints = 500;

    public static void MapFleet(this IEndpointRouteBuilder routes)
    {
        var fleet = routes.MapGroup("/fleet").WithTags("Fleet");

        fleet.MapGet("", Show).WithName("fleet");
        fleet.MapGet("/equity", Equity).WithName("fleetEquity");
    }

    private static async Task<Ok<FleetTotals>> Show(Caller caller, FleetView view, CancellationToken cancellationToken) =>
        TypedResults.Ok(await view.SumAsync(caller.Clients, cancellationToken));

    private static async Task<Ok<Http.Page<FleetEquity>>> Equity(
        DateTimeOffset? from, DateTimeOffset? to, [Range(2, MostPoints)] int? points,
        Caller caller, FleetQueries ledger, CancellationToken cancellationToken)
    {
        var curve = await ledger.EquityAsync(caller.Scope, new TimeRange(from, to), points ?? DefaultPoints, cancellationToken);
        return TypedResults.Ok(new Http.Page<FleetEquity>([.. curve.Select(point => new FleetEquity(point.At, point.Equity))], null));
    }
}
