using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Tests.Cycle;

/// <summary>The order protocol against a venue that answers, and shows its trades only later.</summary>
public sealed class OrderProtocolTests
{
    private readonly LateVenue _venue = new();
    private readonly CycleRig _rig;

    public OrderProtocolTests() => _rig = new CycleRig(venue: _ => _venue);

    private BotOrder Entry => _rig.Order(OrderPurpose.Entry)!;

    [Fact]
    public void An_order_that_filled_at_once_is_kept_until_its_trades_are_shown()
    {
        _venue.FillsAtOnce = true;

        _rig.Flat(100, _rig.Long(stop: 96));
        _rig.Flat(100);
        Assert.Equal(Quantity.Zero, Entry.Filled);
        var quantity = Entry.Intent.Quantity;
        _venue.ShowTrades(Entry, quantity);
        _rig.Flat(100);

        Assert.Equal(quantity, _rig.Position?.Quantity);
        Assert.Equal(quantity, _rig.Order(OrderPurpose.ProtectiveStop)?.Intent.Quantity);
    }

    [Fact]
    public async Task A_cancelled_order_is_kept_until_the_trades_it_had_are_shown()
    {
        _rig.Flat(100, _rig.Long(stop: 96));
        _venue.Filled[Entry.Id] = new Quantity(1m);

        await _rig.Cycle.CancelEntriesAsync("By hand.", _rig.Now, TestContext.Current.CancellationToken);
        _rig.Flat(100);
        Assert.NotNull(Entry);
        _venue.ShowTrades(Entry, new Quantity(1m));
        _rig.Flat(100);

        Assert.Equal(1m, _rig.Position?.Quantity.Value);
        Assert.Null(_rig.Order(OrderPurpose.Entry));
        Assert.Contains(_rig.Journal.Of<Fact.OrderChanged>(), fact => fact.Order is { Status: OrderStatus.Cancelled, Filled.Value: 1m });
    }

    [Fact]
    public void A_report_older_than_the_trades_that_came_with_it_changes_nothing()
    {
        _rig.Flat(100, _rig.Long(stop: 96));
        _venue.ShowTrades(Entry, new Quantity(1m));

        _rig.Flat(100);

        Assert.Equal((OrderStatus.PartiallyFilled, 1m), (Entry.Status, Entry.Filled.Value));
    }

    [Fact]
    public void An_entry_whose_cancel_was_not_answered_is_cancelled_again_while_the_bot_is_paused()
    {
        _rig.Flat(100, _rig.Long(stop: 96));
        _rig.State.Status = Bots.BotStatus.Paused;

        _venue.AnswersCancels = false;
        _rig.Flat(100);
        Assert.NotNull(Entry);
        _venue.AnswersCancels = true;
        _rig.Flat(100);

        Assert.Empty(_rig.State.Orders);
    }

    /// <summary>Keeps orders, and tells of them and of their trades only what the test lets it.</summary>
    private sealed class LateVenue : IVenue
    {
        private readonly Dictionary<ClientOrderId, OrderReport> _orders = [];
        private readonly Dictionary<ClientOrderId, VenueTrade> _trades = [];

        public bool FillsAtOnce { get; set; }

        public bool AnswersCancels { get; set; } = true;

        /// <summary>What a cancel finds filled already.</summary>
        public Dictionary<ClientOrderId, Quantity> Filled { get; } = [];

        public TimeSpan SettleTime => TimeSpan.FromSeconds(5);

        public void ShowTrades(BotOrder order, Quantity quantity) => _trades[order.Id] = new VenueTrade(
            order.Id,
            "1",
            order.Intent.Symbol,
            order.Intent.Side,
            new Price(100m),
            quantity,
            new Money(0.01m, new Asset("USDT")),
            order.RecordedAt,
            Liquidity.Taker);

        public ValueTask<PlaceOutcome> PlaceAsync(OutgoingOrder order, CancellationToken cancellationToken)
        {
            var intent = order.Approved.Intent;
            var isFilled = FillsAtOnce && !intent.ReducesPosition;
            var report = new OrderReport(
                order.Id, intent.Symbol, isFilled ? OrderStatus.Filled : OrderStatus.Open, isFilled ? intent.Quantity : Quantity.Zero);
            _orders[order.Id] = report;
            return new(new PlaceOutcome.Accepted(report));
        }

        public ValueTask<CancelOutcome> CancelAsync(Symbol symbol, ClientOrderId id, CancellationToken cancellationToken)
        {
            if (!AnswersCancels)
            {
                return new(new CancelOutcome.Unanswered("late"));
            }

            _orders[id] = _orders[id] with { Status = OrderStatus.Cancelled, Filled = Filled.GetValueOrDefault(id) };
            return new(new CancelOutcome.Cancelled(_orders[id]));
        }

        public ValueTask<OrderReport?> QueryAsync(Symbol symbol, ClientOrderId id, CancellationToken cancellationToken) =>
            new(_orders.GetValueOrDefault(id));

        public ValueTask<IReadOnlyList<OrderReport>> OpenOrdersAsync(CancellationToken cancellationToken) =>
            new([.. _orders.Values.Where(report => !report.Status.IsFinal())]);

        public ValueTask<IReadOnlyList<VenueTrade>> TradesAsync(Symbol symbol, ClientOrderId id, CancellationToken cancellationToken) =>
            new(_trades.TryGetValue(id, out var trade) ? [trade] : []);
    }
}
