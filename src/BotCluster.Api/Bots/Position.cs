using BotCluster.Engine.Bots;
using BotCluster.Trading.Markets;

namespace BotCluster.Api.Bots;

/// <summary>What a bot holds of one symbol, at the price it is valued at.</summary>
internal sealed record Position
{
    public required string Symbol { get; init; }

    public required Direction Direction { get; init; }

    public required decimal Quantity { get; init; }

    public required decimal Cost { get; init; }

    public required decimal AveragePrice { get; init; }

    public required decimal Leverage { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required decimal? Stop { get; init; }

    public required decimal? Target { get; init; }

    public required decimal? Price { get; init; }

    public required decimal? Unrealised { get; init; }

    /// <summary>Unrealised profit as a share of the margin put up.</summary>
    public required double? UnrealisedShare { get; init; }

    public static Position Of(PositionSnapshot snapshot)
    {
        var position = snapshot.Position;
        return new Position
        {
            Symbol = position.Symbol.ToString(),
            Direction = position.Direction,
            Quantity = position.Quantity.Value,
            Cost = position.Cost,
            AveragePrice = Rounded(position.AveragePrice),
            Leverage = position.Leverage,
            OpenedAt = position.OpenedAt,
            Stop = position.Stop?.Value,
            Target = position.Target?.Value,
            Price = snapshot.Price,
            Unrealised = snapshot.Unrealised,
            UnrealisedShare = (double?)(snapshot.Unrealised / position.Margin),
        };
    }

    // A quotient has up to 28 digits, of which nobody trades more than twelve behind the point.
    private static decimal Rounded(decimal price) => decimal.Round(price, 12);
}

/// <summary>What a bot earned and paid since it was opened.</summary>
internal sealed record Totals(decimal Realised, decimal Fees, decimal Funding);
