using BotCluster.Trading.Bots;
using BotCluster.Trading.Indicators;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Ports;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Cycle;

/// <summary>One bot and all that reaches it from outside: what its cycle is made of.</summary>
public sealed record BotContext
{
    public required BotIdentity Identity { get; init; }

    public required BotSettings Settings { get; init; }

    public required BotState State { get; init; }

    public required IndicatorBoard Board { get; init; }

    public required IReadOnlyDictionary<Symbol, Instrument> Instruments { get; init; }

    /// <summary>The shortest candles there are of a symbol: they drive fills and exits.</summary>
    public required Func<Symbol, Timeframe> FinestOf { get; init; }

    public required IVenue Venue { get; init; }

    public required ITurnJournal Journal { get; init; }

    public CycleOptions Options { get; init; } = new();
}
