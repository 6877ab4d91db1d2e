using BotCluster.Trading.Cycle;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Paper;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Running;

/// <summary>What every bot of an engine shares: its store, its feed, and who hears of its steps.</summary>
public sealed record RunnerPorts
{
    public required IBotStore Store { get; init; }

    public required IMarketFeed Feed { get; init; }

    /// <summary>Six lower-case letters and digits that tell this installation's orders from everybody else's.</summary>
    public required string Installation { get; init; }

    /// <summary>Called after each durable step, with what it made durable.</summary>
    public required Action<BotRunner, IReadOnlyList<Fact>> Committed { get; init; }

    public FillOptions Fills { get; init; } = new();

    public CycleOptions Cycle { get; init; } = new();

    internal SettingsPool Settings { get; } = new();

    /// <summary>One delegate for all bots.</summary>
    internal Func<Symbol, Timeframe> FinestOf => field ??= Feed.FinestOf;
}
