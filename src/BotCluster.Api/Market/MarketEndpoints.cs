using System.ComponentModel.DataAnnotations;
using BotCluster.Api.Http;
using BotCluster.Api.Refusals;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotCluster.Api.Market;

/// <summary>What can be traded, how it can be decided, and the candles so far.</summary>
internal static class MarketEndpoints
{
    private const int MostCandles = 2000;

    public static void MapMarket(this IEndpointRouteBuilder routes)
    {
        var market = routes.MapGroup("").WithTags("Market");

        market.MapGet("/modes", Modes).WithName("modes");
        market.MapGet("/instruments", Instruments).WithName("instruments");
        market.MapGet("/candles", Candles).WithName("candles");
    }

    private static Ok<Catalogue> Modes(MarketView market) => TypedResults.Ok(market.Catalogue());

    private static Ok<Page<Instrument>> Instruments(MarketView market) =>
        TypedResults.Ok(new Page<Instrument>(market.Instruments(), null));

    private static Results<Ok<Page<Candle>>, Refusal> Candles(
        string symbol, string timeframe, DateTimeOffset? from, DateTimeOffset? to, [Range(1, MostCandles)] int? limit, MarketView market) =>
        market.Candles(new CandleWish(symbol, timeframe, from, to, limit)).Ok(candles => new Page<Candle>(candles, null));
}
