using System.Globalization;
using System.Text;
using BotCluster.Trading.Accounts;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Paper;
using BotCluster.Trading.Venues;

namespace BotCluster.Trading.Tests.Paper;

/// <summary>
/// Plays a script against a paper venue and writes it out again with what happened, each answer behind "> ". A test
/// compares the two texts.
/// </summary>
internal sealed class PaperScript : IPaperDesk
{
    public static readonly Symbol Traded = Symbol.Parse("BTC-USDT-PERP");
    private static readonly Symbol Spot = Symbol.Parse("BTC-USDT");
    private static readonly DateTimeOffset Start = new(2024, 2, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Fees Fees = new(Maker: 0.0002m, Taker: 0.0005m);

    private readonly Dictionary<ClientOrderId, (string Name, OrderIntent Intent)> _orders = [];
    private readonly StringBuilder _text = new();
    private readonly Account _account = Account.Opened(new Asset("USDT"), 1_000_000m);
    private readonly PaperVenue _venue;
    private Symbol _symbol = Traded;
    private Candle _candle;
    private double? _price = 100;

    public PaperScript(FillOptions? options = null)
    {
        Dictionary<Symbol, Instrument> instruments = new()
        {
            [Traded] = new Instrument(Traded, 0.01m, 0.001m, 5m, Fees, 5m),
            [Spot] = new Instrument(Spot, 0.01m, 0.001m, 5m, Fees, 1m),
        };
        _venue = new PaperVenue(Book, instruments, options ?? new FillOptions { Slippage = 0.001m }, this);
    }

    public PaperBook Book { get; } = new();

    public DateTimeOffset Now { get; private set; } = Start;

    public double? PriceOf(Symbol symbol) => _price;

    public Position? PositionOf(Symbol symbol) => _account.PositionOf(symbol);

    public static void Check(string script, FillOptions? options = null) =>
        Assert.Equal(script.ReplaceLineEndings("\n"), new PaperScript(options).Play(script));

    public string Play(string script)
    {
        foreach (var line in script.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!line.StartsWith('>'))
            {
                _text.Append(line).Append('\n');
                Play(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return _text.ToString().TrimEnd('\n');
    }

    private void Play(string[] words)
    {
        switch (words)
        {
            case []:
                break;
            case ["place", var name, .. var order]:
                Place(name, order);
                break;
            case ["candle", .. var numbers]:
                Open(numbers);
                Rest();
                break;
            case ["open", .. var numbers]:
                Open(numbers);
                break;
            case ["rest"]:
                Rest();
                break;
            case ["again"]:
                Hand(_venue.Open);
                break;
            case ["cancel", var name]:
                Cancel(name);
                break;
            case ["ask", var name]:
                var report = Done(_venue.QueryAsync(_symbol, IdOf(name), TestContext.Current.CancellationToken));
                Answer(report is null ? $"{name} is not known" : Spell(report));
                break;
            case ["list"]:
                Done(_venue.OpenOrdersAsync(TestContext.Current.CancellationToken)).ToList().ForEach(order => Answer(Spell(order)));
                break;
            case ["wait", var minutes]:
                Now += TimeSpan.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture));
                break;
            case ["price", var price]:
                _price = price == "unknown" ? null : double.Parse(price, CultureInfo.InvariantCulture);
                break;
            case ["symbol", var symbol]:
                _symbol = Symbol.Parse(symbol);
                break;
            case ["held"]:
                Answer(PositionOf(_symbol) is { } held ? $"{held.Direction} {held.Quantity}" : "nothing is held");
                break;
            default:
                throw new FormatException($"The script says '{string.Join(' ', words)}'.");
        }
    }

    // entry|exit|stop|target buy|sell market|limit|stop [price] quantity [time in force] [expired]
    private void Place(string name, string[] words)
    {
        var type = Enum.Parse<OrderType>(words[2], ignoreCase: true);
        var price = type == OrderType.Market ? (Price?)null : new Price(decimal.Parse(words[3], CultureInfo.InvariantCulture));
        var rest = words[(type == OrderType.Market ? 3 : 4)..];
        var side = Enum.Parse<Side>(words[1], ignoreCase: true);
        var purpose = words[0] switch
        {
            "stop" => OrderPurpose.ProtectiveStop,
            "target" => OrderPurpose.TakeProfit,
            _ => Enum.Parse<OrderPurpose>(words[0], ignoreCase: true),
        };
        var intent = new OrderIntent
        {
            Symbol = _symbol,
            Side = side,
            Direction = (side == Side.Buy) == (purpose == OrderPurpose.Entry) ? Direction.Long : Direction.Short,
            Quantity = new Quantity(decimal.Parse(rest[0], CultureInfo.InvariantCulture)),
            Purpose = purpose,
            Type = type,
            TimeInForce = Enum.Parse<TimeInForce>(rest.Length > 1 && rest[1] != "expired" ? rest[1] : "GoodTilCancelled"),
            LimitPrice = type == OrderType.Limit ? price : null,
            StopPrice = type == OrderType.Stop ? price : null,
            Reason = "script",
        };
        var id = ClientOrderId.Of("script", 1, 1, _orders.Count + 1);
        _orders[id] = (name, intent);
        var order = new OutgoingOrder(new ApprovedOrder(intent), id, rest[^1] == "expired" ? Now.AddSeconds(-1) : Now.AddMinutes(1));
        if (Done(_venue.PlaceAsync(order, TestContext.Current.CancellationToken)) is PlaceOutcome.Rejected rejected)
        {
            Answer($"{name} is refused: {rejected.Error.Detail}");
        }
    }

    private void Open(string[] words)
    {
        var numbers = words.Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        _candle = new Candle(Now, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        Assert.Null(_candle.Flaw());
        Now += TimeSpan.FromMinutes(5);
        _price = _candle.Close;
        Hand(_venue.Open);
    }

    private void Rest() => Hand(_venue.Rest);

    private void Hand(Half half)
    {
        List<VenueTrade> trades = [];
        List<OrderReport> ended = [];
        half(_symbol, _candle, trades, ended);
        foreach (var trade in trades)
        {
            var (name, intent) = _orders[trade.OrderId];
            var verb = trade.Side == Side.Buy ? "buys" : "sells";
            Answer($"{name} {verb} {Spell(trade.Quantity)} at {trade.Price.Value:0.##}, {Spell(trade.Liquidity)} fee {trade.Fee.Amount:0.#####}");
            if (intent.ReducesPosition)
            {
                _account.BookReduction(trade, "script");
            }
            else
            {
                _account.BookEntry(trade, intent, 1);
            }
        }

        ended.ForEach(report => Answer(Spell(report)));
    }

    private void Cancel(string name) => Answer(Done(_venue.CancelAsync(_symbol, IdOf(name), TestContext.Current.CancellationToken)) switch
    {
        CancelOutcome.Cancelled cancelled => Spell(cancelled.Report),
        _ => $"{name} is not open",
    });

    private string Spell(OrderReport report) => $"{_orders[report.Id].Name} is {report.Status} with {Spell(report.Filled)}";

    private static string Spell(Quantity quantity) => quantity.Value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Spell(Liquidity liquidity) => liquidity == Liquidity.Maker ? "maker" : "taker";

    private ClientOrderId IdOf(string name) => _orders.Last(order => order.Value.Name == name).Key;

    private void Answer(string text) => _text.Append(CultureInfo.InvariantCulture, $"> {text}\n");

    private static T Done<T>(ValueTask<T> task)
    {
        Assert.True(task.IsCompletedSuccessfully);
        return task.Result;
    }

    private delegate void Half(Symbol symbol, in Candle candle, ICollection<VenueTrade> trades, ICollection<OrderReport> ended);
}
