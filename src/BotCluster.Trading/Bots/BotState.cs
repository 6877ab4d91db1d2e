using BotCluster.Trading.Accounts;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Paper;
using BotCluster.Trading.Risk;

namespace BotCluster.Trading.Bots;

/// <summary>All that a bot must not forget, one to two kilobytes of it. Owned and changed by its runner alone, one turn at a time.</summary>
/// <remarks>
/// After a commit whose outcome is not "committed" it is thrown away and read again, so it may be changed in place
/// and holding costs nothing.
/// </remarks>
public sealed class BotState
{
    /// <summary>The shape of the stored state; raised when a reader of the old shape would misread the new one.</summary>
    public const int CurrentSchema = 1;

    public int Schema { get; init; } = CurrentSchema;

    public BotStatus Status { get; set; } = BotStatus.Created;

    /// <summary>What keeps it from entries although it runs; null: nothing.</summary>
    public EntryBlock? Block { get; set; }

    public required Account Account { get; init; }

    /// <summary>Orders that are in flight or working, entries and protection alike. Ended ones live in the ledger.</summary>
    public List<BotOrder> Orders { get; init; } = [];

    /// <summary>Entries that wait for an exit to be done. One a symbol.</summary>
    public List<DeferredEntry> Deferred { get; init; } = [];

    /// <summary>The paper venue's side of the bot's orders; null on a real venue.</summary>
    public PaperBook? Paper { get; init; }

    public RiskCounters Risk { get; init; } = new();

    /// <summary>The close of the last candles the bot has seen to the end; null before the first.</summary>
    public DateTimeOffset? LastStep { get; set; }

    /// <summary>The step whose candles have filled what trades at their open, though the turn is not over. Not done twice after a crash.</summary>
    public DateTimeOffset? OpenedStep { get; set; }

    /// <summary>Funding is paid up to this instant.</summary>
    public DateTimeOffset? FundedUntil { get; set; }

    public DateTimeOffset? LastEquityAt { get; set; }

    /// <summary>Where each numbering stands: the next number of its kind.</summary>
    public BotNumbers Numbers { get; init; } = new();

    /// <summary>Turns of the trading cycle that ran to their end.</summary>
    public long Cycles { get; set; }

    /// <summary>Decisions to hold; counted, not recorded.</summary>
    public long Holds { get; set; }

    /// <summary>Proposals that risk refused.</summary>
    public long Refusals { get; set; }
}

/// <summary>The next number of each kind of thing a bot counts. Durable with the state, so none is given twice.</summary>
public sealed class BotNumbers
{
    public long Order { get; set; } = 1;

    public long Trade { get; set; } = 1;

    public long Decision { get; set; } = 1;

    public long Alert { get; set; } = 1;

    public long Booking { get; set; } = 1;
}
