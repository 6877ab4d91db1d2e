using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Paper;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Tests.Paper;

/// <summary>What must hold whatever orders meet whatever candles. A failure names its seed.</summary>
public sealed class PaperVenueProperties
{
    private const int Candles = 400;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Never_trades_what_the_candle_does_not_allow(int seed)
    {
        var market = new RandomMarket(seed);
        for (var candle = 0; candle < Candles; candle++)
        {
            market.PlaceSomething();
            market.Play(market.NextCandle());
        }

        Assert.True(market.Trades > 20, $"Seed {seed} made only {market.Trades} trades, which proves little.");
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 60)];

    private sealed class RandomMarket(int seed) : IPaperDesk
    {
        private static readonly Symbol Traded = Symbol.Parse("BTC-USDT-PERP");
        private static readonly Instrument Instrument = new(Traded, 0.1m, 0.01m, 1m, new Fees(0.0001m, 0.0005m), 5m);
        private static readonly FillOptions Options = new();

        private readonly Random _random = new(seed);
        private readonly Account _account = Account.Opened(new Asset("USDT"), 100_000m);
        private readonly PaperBook _book = new();
        private readonly Dictionary<ClientOrderId, (OrderIntent Intent, Quantity Filled)> _orders = [];
        private readonly HashSet<string> _tradeIds = [];
        private readonly List<VenueTrade> _all = [];
        private PaperVenue? _venue;
        private double _close = 100;
        private int _number;

        public int Trades => _all.Count;

        public DateTimeOffset Now { get; private set; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

        private PaperVenue Venue =>
            _venue ??= new PaperVenue(_book, new Dictionary<Symbol, Instrument> { [Traded] = Instrument }, Options, this);

        public double? PriceOf(Symbol symbol) => _close;

        public Position? PositionOf(Symbol symbol) => _account.PositionOf(symbol);

        public Candle NextCandle()
        {
            var open = Tick(_close * (1 + ((_random.NextDouble() - 0.5) * (_random.Next(8) == 0 ? 0.1 : 0.001))));
            var close = Tick(open * (1 + ((_random.NextDouble() - 0.5) * 0.04)));
            var high = Tick(Math.Max(open, close) * (1 + (_random.NextDouble() * 0.02)));
            var low = Tick(Math.Min(open, close) * (1 - (_random.NextDouble() * 0.02)));
            return new Candle(Now, open, high, low, close, _random.Next(5) == 0 ? 0 : Math.Round(_random.NextDouble() * 60, 3));
        }

        public void PlaceSomething()
        {
            var held = _account.PositionOf(Traded);
            if (_random.Next(10) == 0 && _book.Orders.Count > 0)
            {
                var cancelled = _book.Orders[_random.Next(_book.Orders.Count)].Id;
                Assert.True(Venue.CancelAsync(Traded, cancelled, TestContext.Current.CancellationToken).AsTask().IsCompletedSuccessfully);
            }

            if (held is null && _book.Orders.Count == 0)
            {
                Place(_random.Next(2) == 0 ? Direction.Long : Direction.Short, OrderPurpose.Entry, new Quantity(_random.Next(20, 800) / 100m));
            }
            else if (held is not null && _random.Next(3) == 0)
            {
                var purpose = (OrderPurpose)_random.Next(2, 5);
                Place(held.Direction, purpose, purpose == OrderPurpose.Exit ? Part(held.Quantity) : held.Quantity);
            }
        }

        public void Play(in Candle candle)
        {
            Now += TimeSpan.FromMinutes(5);
            _close = candle.Close;
            var share = FillModel.ShareOf(candle, Instrument, Options).Value;
            share -= Half(Venue.Open, candle, isOpen: true);
            share -= Half(Venue.Rest, candle, isOpen: false);

            Assert.True(share >= 0m, $"Seed {seed}: more than the volume share was traded.");
            foreach (var order in _book.Orders.Where(order => order.ReduceOnly))
            {
                var held = _account.PositionOf(Traded)?.Quantity ?? Quantity.Zero;
                Assert.True(order.Remaining <= held, $"Seed {seed}: {order.Remaining} would be closed of {held}.");
            }

            AssertMoneyAddsUp();
        }

        private decimal Half(HalfOfCandle half, in Candle candle, bool isOpen)
        {
            List<VenueTrade> trades = [];
            List<OrderReport> ended = [];
            half(Traded, candle, trades, ended);
            foreach (var trade in trades)
            {
                AssertPriceIsPossible(trade, candle, isOpen);
                Book(trade);
            }

            foreach (var report in ended)
            {
                Assert.True(report.Status.IsFinal(), $"Seed {seed}: {report} is not an end.");
                Assert.Equal(_orders[report.Id].Filled, report.Filled);
                Assert.DoesNotContain(_book.Orders, order => order.Id == report.Id);
            }

            return trades.Sum(trade => trade.Quantity.Value);
        }

        private void Book(VenueTrade trade)
        {
            var (intent, filled) = _orders[trade.OrderId];
            _orders[trade.OrderId] = (intent, filled + trade.Quantity);
            _all.Add(trade);
            Assert.True(filled + trade.Quantity <= intent.Quantity, $"Seed {seed}: {trade.OrderId} traded more than it wanted.");
            Assert.True(_tradeIds.Add(trade.TradeId), $"Seed {seed}: trade {trade.TradeId} came twice.");
            Assert.Equal(0m, trade.Price.Value % Instrument.Tick);
            Assert.Equal(0m, trade.Quantity.Value % Instrument.Lot);

            // The account itself throws where more would be closed than is held.
            if (intent.ReducesPosition)
            {
                _account.BookReduction(trade, "property");
            }
            else
            {
                _account.BookEntry(trade, intent, 1);
            }
        }

        private void AssertPriceIsPossible(VenueTrade trade, in Candle candle, bool isOpen)
        {
            var intent = _orders[trade.OrderId].Intent;
            var isBuy = trade.Side == Side.Buy;
            var (low, high) = isOpen ? (candle.Open, candle.Open) : (candle.Low, candle.High);
            if (intent.LimitPrice is { } limit)
            {
                Assert.True(isBuy ? trade.Price <= limit : trade.Price >= limit, $"Seed {seed}: {trade} is beyond its limit {limit}.");
                Assert.True(isBuy ? low < (double)limit.Value : high > (double)limit.Value, $"Seed {seed}: {trade} without trading through.");
            }
            else
            {
                // Never better than the worst the market showed, and never worse than that by more than slippage and a tick.
                var price = (double)trade.Price.Value;
                var slipped = (double)Options.Slippage;
                Assert.True(isBuy ? price >= low : price <= high, $"Seed {seed}: {trade} is better than the market was.");
                Assert.True(
                    isBuy ? price <= (high * (1 + slipped)) + 0.1001 : price >= (low * (1 - slipped)) - 0.1001,
                    $"Seed {seed}: {trade} is worse than slippage explains.");
            }
        }

        private void AssertMoneyAddsUp()
        {
            var fees = _all.Sum(trade => trade.Fee.Amount);
            var paid = _all.Sum(trade => trade.Price * trade.Quantity * (trade.Side == Side.Buy ? 1 : -1));
            var held = _account.PositionOf(Traded);
            var bought = _all.Sum(trade => trade.Quantity.Value * (trade.Side == Side.Buy ? 1 : -1));
            var cost = held is null ? 0m : held.Direction.Sign() * held.Cost;

            Assert.Equal(bought, held is null ? 0m : held.Direction.Sign() * held.Quantity.Value);
            Assert.Equal(_account.Budget - paid + cost - fees, _account.Cash, 12);
            Assert.Equal(fees, _account.Totals.Fees);
        }

        private void Place(Direction direction, OrderPurpose purpose, Quantity quantity)
        {
            var side = purpose == OrderPurpose.Entry ? direction.Opens() : direction.Closes();
            var type = purpose switch
            {
                OrderPurpose.ProtectiveStop => OrderType.Stop,
                OrderPurpose.TakeProfit => OrderType.Limit,
                OrderPurpose.Exit => OrderType.Market,
                _ => (OrderType)_random.Next(1, 4),
            };
            var price = new Price(Math.Round((decimal)(_close * (0.97 + (_random.NextDouble() * 0.06))), 1));
            var intent = new OrderIntent
            {
                Symbol = Traded,
                Side = side,
                Direction = direction,
                Quantity = quantity,
                Purpose = purpose,
                Type = type,
                TimeInForce = type == OrderType.Stop ? TimeInForce.GoodTilCancelled : (TimeInForce)_random.Next(1, 4),
                LimitPrice = type == OrderType.Limit ? price : null,
                StopPrice = type == OrderType.Stop ? price : null,
                Reason = "property",
            };
            var id = ClientOrderId.Of("random", 1, 1, ++_number);
            _orders[id] = (intent, Quantity.Zero);
            var order = new OutgoingOrder(new ApprovedOrder(intent), id, Now.AddMinutes(1));
            var placed = Venue.PlaceAsync(order, TestContext.Current.CancellationToken).AsTask();
            Assert.True(placed.IsCompletedSuccessfully);
            Assert.IsType<PlaceOutcome.Accepted>(placed.GetAwaiter().GetResult());
        }

        private Quantity Part(Quantity quantity) =>
            new(Math.Max(Instrument.Lot, Instrument.FloorQuantity(quantity.Value * (decimal)_random.NextDouble()).Value));

        private static double Tick(double price) => Math.Round(price, 1);
    }

    private delegate void HalfOfCandle(Symbol symbol, in Candle candle, ICollection<VenueTrade> trades, ICollection<OrderReport> ended);
}
