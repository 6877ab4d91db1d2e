using BotCluster.Api.Refusals;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;

namespace BotCluster.Api.Market;

/// <summary>Which candles somebody wants to see, as they spelled it.</summary>
internal sealed record CandleWish(string Symbol, string Timeframe, DateTimeOffset? From, DateTimeOffset? To, int? Limit);

/// <summary>What the feed trades, and its candles so far.</summary>
internal sealed class MarketView(IMarketFeed feed, ICandleHistory history)
{
    private const int DefaultCandles = 500;

    public Catalogue Catalogue() => Market.Catalogue.Of(feed);

    public IReadOnlyList<Instrument> Instruments() =>
        [.. feed.Instruments.Values.OrderBy(one => one.Symbol).Select(one => Instrument.Of(one, feed))];

    public Attempt<IReadOnlyList<Candle>> Candles(CandleWish wish)
    {
        if (Errors(wish) is { Count: > 0 } errors)
        {
            return Refuse.Invalid(errors);
        }

        // Only what has closed by the feed's own time: a chart must not know the future either.
        var now = feed.State.LastStep;
        var until = wish.To is { } given && given < now ? given : now;
        var candles = until is { } end
            ? history.Before(Symbol.Parse(wish.Symbol), Timeframe.Parse(wish.Timeframe), end, wish.Limit ?? DefaultCandles)
            : [];
        return new Attempt<IReadOnlyList<Candle>>.Done(
            [.. candles.Where(candle => wish.From is null || candle.OpenTime >= wish.From).Select(Candle.Of)]);
    }

    private Dictionary<string, string[]> Errors(CandleWish wish)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (!Symbol.TryParse(wish.Symbol, out var symbol) || !feed.Instruments.ContainsKey(symbol))
        {
            errors["symbol"] = [$"is not traded here; known are {string.Join(", ", feed.Instruments.Keys.Order())}"];
        }

        if (!Timeframe.TryParse(wish.Timeframe, out var timeframe))
        {
            errors["timeframe"] = [$"is not a timeframe; allowed: {Timeframe.Allowed}"];
        }
        else if (errors.Count == 0 && !timeframe.IsMultipleOf(feed.FinestOf(symbol)))
        {
            errors["timeframe"] = [$"has to be a multiple of {feed.FinestOf(symbol)}, the shortest candles of {symbol}"];
        }

        return errors;
    }
}
