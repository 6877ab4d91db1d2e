using BotCluster.Trading.Bots;

namespace BotCluster.Engine.Local;

/// <summary>What one bot adds to the sums of its client.</summary>
internal readonly record struct BotShare
{
    /// <summary>Null for a bot that is not counted yet.</summary>
    public BotStatus? Status { get; init; }

    public bool IsTroubled { get; init; }

    public decimal Budget { get; init; }

    public decimal Equity { get; init; }

    public decimal Realised { get; init; }

    public decimal Unrealised { get; init; }

    public decimal Fees { get; init; }

    public int Positions { get; init; }

    public int Orders { get; init; }
}

/// <summary>Running sums over the bots of one client: each commit takes a bot's old share out and puts its new one in.</summary>
internal sealed class ClientTally(TenantId tenant)
{
    private static readonly int Statuses = Enum.GetValues<BotStatus>().Max(status => (int)status) + 1;

    private readonly Lock _gate = new();
    private readonly int[] _byStatus = new int[Statuses];
    private BotShare _sum;
    private int _troubled;
    private long _cycles;
    private long _orders;
    private long _fills;
    private long _refusals;

    public TenantId Tenant { get; } = tenant;

    public long Cycles => Volatile.Read(ref _cycles);

    public long Orders => Volatile.Read(ref _orders);

    public long Fills => Volatile.Read(ref _fills);

    public long Refusals => Volatile.Read(ref _refusals);

    public void CountCycle() => Interlocked.Increment(ref _cycles);

    public void Count(long orders, long fills, long refusals)
    {
        Interlocked.Add(ref _orders, orders);
        Interlocked.Add(ref _fills, fills);
        Interlocked.Add(ref _refusals, refusals);
    }

    public void Exchange(in BotShare old, in BotShare now)
    {
        lock (_gate)
        {
            Move(old, -1);
            Move(now, 1);
        }
    }

    public void AddTo(FleetTotals totals)
    {
        lock (_gate)
        {
            totals.Add(_byStatus, _troubled, _sum);
        }

        totals.Cycles += Cycles;
        totals.Orders += Orders;
        totals.Fills += Fills;
        totals.Refusals += Refusals;
    }

    private void Move(in BotShare share, int sign)
    {
        if (share.Status is not { } status)
        {
            return;
        }

        _byStatus[(int)status] += sign;
        _troubled += share.IsTroubled ? sign : 0;
        _sum = new BotShare
        {
            Budget = _sum.Budget + (sign * share.Budget),
            Equity = _sum.Equity + (sign * share.Equity),
            Realised = _sum.Realised + (sign * share.Realised),
            Unrealised = _sum.Unrealised + (sign * share.Unrealised),
            Fees = _sum.Fees + (sign * share.Fees),
            Positions = _sum.Positions + (sign * share.Positions),
            Orders = _sum.Orders + (sign * share.Orders),
        };
    }
}
