using System.Text.Json;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Paper;

namespace BotCluster.Engine.Json;

/// <summary>Reads the paper venue's side of a bot.</summary>
internal readonly struct StateBookReader(List<Symbol> symbols)
{
    public PaperBook Read(ref Utf8JsonReader json)
    {
        var book = new PaperBook { NextTrade = 0 };
        while (StateFields.Next(ref json, out var name))
        {
            switch (name)
            {
                case StateNames.Paper.NextTrade: book.NextTrade = json.GetInt64(); break;
                case StateNames.Paper.Orders: ReadOrders(ref json, book.Orders); break;
                case StateNames.Paper.Taken: ReadTaken(ref json, book.Taken); break;
                default: throw StateFields.Unknown(name);
            }
        }

        return book;
    }

    private void ReadTaken(ref Utf8JsonReader json, List<CandleShare> taken)
    {
        while (StateFields.NextItem(ref json))
        {
            StateFields.Advance(ref json);
            var symbol = symbols[json.GetInt32()];
            StateFields.Advance(ref json);
            var openTime = StateFields.Time(ref json);
            StateFields.Advance(ref json);
            taken.Add(new CandleShare(symbol, openTime, new Quantity(json.GetDecimal())));
            StateFields.Advance(ref json);
        }
    }

    private void ReadOrders(ref Utf8JsonReader json, List<PaperOrder> orders)
    {
        while (StateFields.NextItem(ref json))
        {
            var order = new PaperOrder
            {
                Id = default,
                Symbol = default,
                Side = default,
                Type = default,
                TimeInForce = default,
                Remaining = Quantity.Zero,
                Filled = Quantity.Zero,
            };
            while (StateFields.Next(ref json, out var name))
            {
                order = With(order, name, ref json);
            }

            orders.Add(order);
        }
    }

    private PaperOrder With(PaperOrder order, char name, ref Utf8JsonReader json) => name switch
    {
        StateNames.Order.Id => order with { Id = StateFields.OrderId(ref json) },
        StateNames.Order.Symbol => order with { Symbol = symbols[json.GetInt32()] },
        StateNames.Order.Side => order with { Side = StateFields.Choice<Side>(ref json) },
        StateNames.Order.Type => order with { Type = StateFields.Choice<OrderType>(ref json) },
        StateNames.Order.TimeInForce => order with { TimeInForce = StateFields.Choice<TimeInForce>(ref json) },
        StateNames.Order.RecordedAt => order with { PlacedAt = StateFields.Time(ref json) },
        StateNames.Order.Quantity => order with { Remaining = new Quantity(json.GetDecimal()) },
        StateNames.Order.Filled => order with { Filled = new Quantity(json.GetDecimal()) },
        StateNames.Order.LimitPrice => order with { LimitPrice = new Price(json.GetDecimal()) },
        StateNames.Order.StopPrice => order with { StopPrice = new Price(json.GetDecimal()) },
        StateNames.Order.ReduceOnly => order with { ReduceOnly = json.GetBoolean() },
        StateNames.Order.IsTriggered => order with { IsTriggered = json.GetBoolean() },
        StateNames.Order.IsTaker => order with { IsTaker = json.GetBoolean() },
        _ => throw StateFields.Unknown(name),
    };
}
