using BotCluster.Trading.Accounts;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;

namespace BotCluster.Engine.Tests.Running;

/// <summary>What becomes of a commit that a test spoils.</summary>
public enum Accident
{
    /// <summary>Nothing of it was written.</summary>
    Lost = 1,

    /// <summary>All of it was written, and the answer never came.</summary>
    LandedUnanswered = 2,
}

/// <summary>A store of one bot in memory that loses a chosen commit, or its answer. What it has taken, it keeps.</summary>
internal sealed class ForgetfulStore(BotDefinition definition, string settings) : IBotStore
{
    private readonly List<Fact> _facts = [];
    private ReadOnlyMemory<byte>? _state;
    private long _version;

    public int Commits { get; private set; }

    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>Which commit, counted from one, meets with an accident; null: none.</summary>
    public int? AccidentAt { get; set; }

    public Accident Accident { get; set; } = Accident.Lost;

    public ValueTask<CommitOutcome> CommitAsync(BotCommit commit, CancellationToken cancellationToken)
    {
        var isSpoilt = ++Commits == AccidentAt;
        if (isSpoilt && Accident == Accident.Lost)
        {
            throw new StoreUnavailableException("The commit was lost.");
        }

        if (commit.ExpectedVersion != _version)
        {
            return new(CommitOutcome.Outdated);
        }

        _version++;
        _state = commit.State;
        settings = commit.Settings ?? settings;
        _facts.AddRange(commit.Facts);
        return isSpoilt ? throw new StoreUnavailableException("The answer was lost.") : new(CommitOutcome.Committed);
    }

    public ValueTask<BotDefinition> CreateAsync(BotCreation creation, CancellationToken cancellationToken) => new(definition);

    public ValueTask<StoredBot?> LoadAsync(BotId bot, CancellationToken cancellationToken) =>
        new(new StoredBot(definition, _version, 1, _state, settings));

    public async IAsyncEnumerable<StoredBot> LoadAllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return (await LoadAsync(definition.Id, cancellationToken))!;
    }

    /// <summary>The account as its durable facts alone tell it.</summary>
    public Account AccountOfFacts(Asset quote)
    {
        var account = Account.Opened(quote, 0m);
        var orders = new Dictionary<ClientOrderId, BotOrder>();
        foreach (var fact in _facts)
        {
            switch (fact)
            {
                case Fact.OrderChanged changed:
                    orders[changed.Order.Id] = changed.Order;
                    break;
                case Fact.OrderFilled { Purpose: OrderPurpose.Entry } filled:
                    account.BookEntry(filled.Trade, orders[filled.Trade.OrderId].Intent, 0);
                    break;
                case Fact.OrderFilled filled:
                    account.BookReduction(filled.Trade, "");
                    break;
                case Fact.CashBooked { Booking: { Kind: CashBookingKind.Transfer } transfer }:
                    account.Transfer(transfer.Amount);
                    break;
                case Fact.CashBooked { Booking: { Symbol: { } symbol } funding }:
                    account.PayFunding(symbol, -funding.Amount);
                    break;
            }
        }

        return account;
    }
}
