using System.Text.Json;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;

namespace BotCluster.Engine.Json;

/// <summary>An order intent while its members are read, one after the other, without a copy for each.</summary>
internal struct IntentDraft
{
    private Symbol _symbol;
    private Side _side;
    private Direction _direction;
    private Quantity _quantity;
    private OrderPurpose _purpose;
    private OrderType _type;
    private TimeInForce _timeInForce;
    private Price? _limitPrice;
    private Price? _stopPrice;
    private decimal _leverage;
    private Price? _protectiveStop;
    private Price? _target;
    private double _confidence;
    private string? _reason;

    public void Read(char name, ref Utf8JsonReader json, List<Symbol> symbols)
    {
        switch (name)
        {
            case StateNames.Order.Symbol: _symbol = symbols[json.GetInt32()]; break;
            case StateNames.Order.Side: _side = StateFields.Choice<Side>(ref json); break;
            case StateNames.Order.Direction: _direction = StateFields.Choice<Direction>(ref json); break;
            case StateNames.Order.Quantity: _quantity = new Quantity(json.GetDecimal()); break;
            case StateNames.Order.Purpose: _purpose = StateFields.Choice<OrderPurpose>(ref json); break;
            case StateNames.Order.Type: _type = StateFields.Choice<OrderType>(ref json); break;
            case StateNames.Order.TimeInForce: _timeInForce = StateFields.Choice<TimeInForce>(ref json); break;
            case StateNames.Order.LimitPrice: _limitPrice = new Price(json.GetDecimal()); break;
            case StateNames.Order.StopPrice: _stopPrice = new Price(json.GetDecimal()); break;
            case StateNames.Order.Leverage: _leverage = json.GetDecimal(); break;
            case StateNames.Order.ProtectiveStop: _protectiveStop = new Price(json.GetDecimal()); break;
            case StateNames.Order.Target: _target = new Price(json.GetDecimal()); break;
            case StateNames.Order.Confidence: _confidence = json.GetDouble(); break;
            case StateNames.Order.Reason: _reason = json.GetString(); break;
            default: throw StateFields.Unknown(name);
        }
    }

    public readonly OrderIntent Done() => new()
    {
        Symbol = _symbol,
        Side = _side,
        Direction = _direction,
        Quantity = _quantity,
        Purpose = _purpose,
        Type = _type,
        TimeInForce = _timeInForce,
        LimitPrice = _limitPrice,
        StopPrice = _stopPrice,
        Leverage = _leverage,
        ProtectiveStop = _protectiveStop,
        Target = _target,
        Confidence = _confidence,
        Reason = _reason ?? "",
    };
}
