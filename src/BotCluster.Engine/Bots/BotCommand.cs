using BotCluster.Trading.Bots;
using BotCluster.Trading.Decisions;
using BotCluster.Trading.Markets;

namespace BotCluster.Engine.Bots;

/// <summary>What a person (or the kill switch) can order a bot to do. Each is idempotent.</summary>
public abstract record BotCommand
{
    private BotCommand()
    {
    }

    public sealed record Start : BotCommand;

    /// <summary>Exits only from now on.</summary>
    public sealed record Pause : BotCommand;

    /// <summary>Back to trading, also after a drawdown stop, with a new peak.</summary>
    public sealed record Resume : BotCommand;

    /// <summary>No entries; then as the bot's <see cref="OnStop"/> says.</summary>
    public sealed record Stop : BotCommand;

    /// <summary>Archive it; refused while it holds anything.</summary>
    public sealed record Retire : BotCommand;

    /// <summary>Close one position, or all where no symbol is named.</summary>
    public sealed record ClosePosition(Symbol? Symbol) : BotCommand;

    /// <summary>Cancel all entries that wait; protection stays.</summary>
    public sealed record CancelAll : BotCommand;

    /// <summary>A transfer in (or out, where negative) of quote asset.</summary>
    public sealed record ChangeBudget(decimal Amount) : BotCommand;

    /// <summary>New settings; refused where they would orphan an open position.</summary>
    public sealed record ChangeSettings(BotSettings Settings) : BotCommand;

    /// <summary>A proposal from outside, by the authenticated webhook; it goes through risk like any other.</summary>
    public sealed record Submit(Signal Signal) : BotCommand;

    /// <summary>Trade with real money; refused while there is no tested venue.</summary>
    public sealed record Arm : BotCommand;

    /// <summary>Cancel, flatten and block at the gate.</summary>
    public sealed record Kill(string Reason) : BotCommand;

    /// <summary>Take the block away; the bot stays stopped until it is started.</summary>
    public sealed record Release : BotCommand;
}
