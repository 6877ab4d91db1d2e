using BotCluster.Trading.Markets;

namespace BotCluster.Trading.Risk;

/// <summary>How a bot's latest trades went: what win probability and Kelly's formula are judged by.</summary>
/// <param name="Trades">How many there were.</param>
/// <param name="Wins">How many of them earned something after fees.</param>
/// <param name="AverageWin">Mean return on margin of the winners; 0 without any.</param>
/// <param name="AverageLoss">Mean loss on margin of the others, as a positive number; 0 without any.</param>
public readonly record struct TradeRecord(int Trades, int Wins, double AverageWin, double AverageLoss)
{
    /// <summary>Fewer trades than this say nothing about the next one.</summary>
    public const int FewestTrades = 20;

    /// <summary>Trades older than this belong to another market.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(90);

    public bool IsTelling => Trades >= FewestTrades;

    public double WinRate => Trades > 0 ? (double)Wins / Trades : 0;

    /// <summary>The record of the last 90 days, of one symbol or of all.</summary>
    public static TradeRecord Of(IReadOnlyList<TradeOutcome> outcomes, DateTimeOffset now, Symbol? symbol = null)
    {
        var (trades, wins, won, lost) = (0, 0, 0.0, 0.0);
        for (var index = 0; index < outcomes.Count; index++)
        {
            var outcome = outcomes[index];
            if (now - outcome.ClosedAt > Window || (symbol is { } wanted && outcome.Symbol != wanted))
            {
                continue;
            }

            trades++;
            if (outcome.Return > 0)
            {
                wins++;
                won += outcome.Return;
            }
            else
            {
                lost -= outcome.Return;
            }
        }

        return new TradeRecord(trades, wins, wins > 0 ? won / wins : 0, trades > wins ? lost / (trades - wins) : 0);
    }
}
