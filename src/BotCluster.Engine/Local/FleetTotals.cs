using BotCluster.Trading.Bots;

namespace BotCluster.Engine.Local;

/// <summary>Sums of clients being put together.</summary>
internal sealed class FleetTotals
{
    private readonly Dictionary<BotStatus, int> _byStatus = [];
    private int _troubled;
    private decimal _budget;
    private decimal _equity;
    private decimal _realised;
    private decimal _unrealised;
    private decimal _fees;
    private int _positions;
    private int _working;

    public long Cycles { get; set; }

    public long Orders { get; set; }

    public long Fills { get; set; }

    public long Refusals { get; set; }

    public void Add(ReadOnlySpan<int> byStatus, int troubled, in BotShare sum)
    {
        for (var status = 0; status < byStatus.Length; status++)
        {
            if (byStatus[status] > 0)
            {
                _byStatus[(BotStatus)status] = _byStatus.GetValueOrDefault((BotStatus)status) + byStatus[status];
            }
        }

        _troubled += troubled;
        _budget += sum.Budget;
        _equity += sum.Equity;
        _realised += sum.Realised;
        _unrealised += sum.Unrealised;
        _fees += sum.Fees;
        _positions += sum.Positions;
        _working += sum.Orders;
    }

    public FleetSummary Summary(TimeSpan lag) => new()
    {
        BotsByStatus = _byStatus,
        Troubled = _troubled,
        Budget = _budget,
        Equity = _equity,
        Realised = _realised,
        Unrealised = _unrealised,
        Fees = _fees,
        OpenPositions = _positions,
        WorkingOrders = _working,
        Orders = Orders,
        Fills = Fills,
        Refusals = Refusals,
        Cycles = Cycles,
        CycleLag = lag,
    };
}
