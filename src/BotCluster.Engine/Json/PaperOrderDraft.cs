using System.Text.Json;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Paper;

namespace BotCluster.Engine.Json;

/// <summary>An order of the paper book while its members are read, one after the other, without a copy for each.</summary>
internal struct PaperOrderDraft
{
    private ClientOrderId _id;
    private Symbol _symbol;
    private Side _side;
    private OrderType _type;
    private TimeInForce _timeInForce;
    private DateTimeOffset? _placedAt;
    private Quantity _remaining;
    private Quantity _filled;
    private Price? _limitPrice;
    private Price? _stopPrice;
    private bool _reduceOnly;
    private bool _isTriggered;
    private bool _isTaker;

    public void Read(char name, ref Utf8JsonReader json, List<Symbol> symbols)
    {
        switch (name)
        {
            case StateNames.Order.Id: _id = StateFields.OrderId(ref json); break;
            case StateNames.Order.Symbol: _symbol = symbols[json.GetInt32()]; break;
            case StateNames.Order.Side: _side = StateFields.Choice<Side>(ref json); break;
            case StateNames.Order.Type: _type = StateFields.Choice<OrderType>(ref json); break;
            case StateNames.Order.TimeInForce: _timeInForce = StateFields.Choice<TimeInForce>(ref json); break;
            case StateNames.Order.RecordedAt: _placedAt = StateFields.Time(ref json); break;
            case StateNames.Order.Quantity: _remaining = new Quantity(json.GetDecimal()); break;
            case StateNames.Order.Filled: _filled = new Quantity(json.GetDecimal()); break;
            case StateNames.Order.LimitPrice: _limitPrice = new Price(json.GetDecimal()); break;
            case StateNames.Order.StopPrice: _stopPrice = new Price(json.GetDecimal()); break;
            case StateNames.Order.ReduceOnly: _reduceOnly = json.GetBoolean(); break;
            case StateNames.Order.IsTriggered: _isTriggered = json.GetBoolean(); break;
            case StateNames.Order.IsTaker: _isTaker = json.GetBoolean(); break;
            default: throw StateFields.Unknown(name);
        }
    }

    public readonly PaperOrder Done() => new()
    {
        Id = _id,
        Symbol = _symbol,
        Side = _side,
        Type = _type,
        TimeInForce = _timeInForce,
        PlacedAt = _placedAt,
        Remaining = _remaining,
        Filled = _filled,
        LimitPrice = _limitPrice,
        StopPrice = _stopPrice,
        ReduceOnly = _reduceOnly,
        IsTriggered = _isTriggered,
        IsTaker = _isTaker,
    };
}
