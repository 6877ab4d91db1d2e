using BotCluster.Engine.Bots;
using BotCluster.Trading.Accounts;

namespace BotCluster.Engine.Running;

/// <summary>Takes pictures of bots.</summary>
public static class BotSnapshots
{
    /// <summary>The bot as it stands. Called between its turns, never during one.</summary>
    public static BotSnapshot Of(BotRunner runner, BotTrouble? trouble, DateTimeOffset marketTime)
    {
        var state = runner.State;
        var time = state.LastStep is { } last && runner.NeedsTurns ? last : marketTime;
        var positions = state.Account.Positions.Select(position => Value(runner, position, time)).ToArray();
        return new BotSnapshot
        {
            Definition = runner.Definition,
            Settings = runner.Settings,
            Status = state.Status,
            Block = state.Block,
            Trouble = trouble,
            Cash = state.Account.Cash,
            Equity = runner.Cycle.EquityAt(time),
            Unrealised = positions.Sum(position => position.Unrealised ?? 0m),
            Totals = state.Account.Totals,
            PeakEquity = state.Risk.PeakEquity,
            Positions = positions,
            Orders = [.. state.Orders],
            Cycles = state.Cycles,
            Holds = state.Holds,
            Refusals = state.Refusals,
            LastStep = state.LastStep,
            Version = runner.Version,
        };
    }

    private static PositionSnapshot Value(BotRunner runner, Position position, DateTimeOffset time)
    {
        var price = runner.Cycle.PriceAt(position.Symbol, time) is { } known ? (decimal?)(decimal)known : null;
        return new PositionSnapshot(position, price, price is { } at ? position.UnrealisedAt(at) : null);
    }
}
