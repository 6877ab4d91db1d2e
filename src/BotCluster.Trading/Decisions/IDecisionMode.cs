namespace BotCluster.Trading.Decisions;

/// <summary>What turns closed candles into proposals. Pure: all it knows comes in by the view and the board.</summary>
public interface IDecisionMode
{
    /// <summary>
    /// Proposals for the bot's symbols at one closed candle; empty to hold. Completes synchronously and allocates
    /// nothing where it holds, unless the mode has to wait for somebody (a language model).
    /// </summary>
    ValueTask<IReadOnlyList<Signal>> DecideAsync(DecisionView view, CancellationToken cancellationToken);
}
