using System.Text.Json;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;

namespace BotCluster.Engine.Json;

/// <summary>Reads an order of the bot, its intent on one level with it.</summary>
internal readonly struct StateOrderReader(List<Symbol> symbols)
{
    public BotOrder Read(ref Utf8JsonReader json)
    {
        var (id, status, filled) = (default(ClientOrderId), default(OrderStatus), Quantity.Zero);
        var (recordedAt, expiresAt, note) = (default(DateTimeOffset), default(DateTimeOffset), (string?)null);
        var trades = new List<string>();
        var intent = new OrderIntent
        {
            Symbol = default,
            Side = default,
            Direction = default,
            Quantity = Quantity.Zero,
            Purpose = default,
            Leverage = 0m,
            Confidence = 0,
            Reason = "",
        };
        while (StateFields.Next(ref json, out var name))
        {
            switch (name)
            {
                case StateNames.Order.Id: id = StateFields.OrderId(ref json); break;
                case StateNames.Order.Status: status = StateFields.Choice<OrderStatus>(ref json); break;
                case StateNames.Order.RecordedAt: recordedAt = StateFields.Time(ref json); break;
                case StateNames.Order.ExpiresAt: expiresAt = StateFields.Time(ref json); break;
                case StateNames.Order.Filled: filled = new Quantity(json.GetDecimal()); break;
                case StateNames.Order.Note: note = json.GetString(); break;
                case StateNames.Order.Trades: ReadTrades(ref json, trades); break;
                default: intent = With(intent, name, ref json); break;
            }
        }

        return new BotOrder
        {
            Id = id,
            Intent = intent,
            Status = status,
            RecordedAt = recordedAt,
            ExpiresAt = expiresAt,
            Filled = filled,
            Note = note,
            Trades = trades,
        };
    }

    private static void ReadTrades(ref Utf8JsonReader json, List<string> trades)
    {
        while (StateFields.NextItem(ref json))
        {
            trades.Add(json.GetString()!);
        }
    }

    private OrderIntent With(OrderIntent intent, char name, ref Utf8JsonReader json) => name switch
    {
        StateNames.Order.Symbol => intent with { Symbol = symbols[json.GetInt32()] },
        StateNames.Order.Side => intent with { Side = StateFields.Choice<Side>(ref json) },
        StateNames.Order.Direction => intent with { Direction = StateFields.Choice<Direction>(ref json) },
        StateNames.Order.Quantity => intent with { Quantity = new Quantity(json.GetDecimal()) },
        StateNames.Order.Purpose => intent with { Purpose = StateFields.Choice<OrderPurpose>(ref json) },
        StateNames.Order.Type => intent with { Type = StateFields.Choice<OrderType>(ref json) },
        StateNames.Order.TimeInForce => intent with { TimeInForce = StateFields.Choice<TimeInForce>(ref json) },
        StateNames.Order.LimitPrice => intent with { LimitPrice = new Price(json.GetDecimal()) },
        StateNames.Order.StopPrice => intent with { StopPrice = new Price(json.GetDecimal()) },
        StateNames.Order.Leverage => intent with { Leverage = json.GetDecimal() },
        StateNames.Order.ProtectiveStop => intent with { ProtectiveStop = new Price(json.GetDecimal()) },
        StateNames.Order.Target => intent with { Target = new Price(json.GetDecimal()) },
        StateNames.Order.Confidence => intent with { Confidence = json.GetDouble() },
        StateNames.Order.Reason => intent with { Reason = json.GetString()! },
        _ => throw StateFields.Unknown(name),
    };
}
