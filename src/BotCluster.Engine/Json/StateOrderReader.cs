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
        var intent = new IntentDraft();
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
                default: intent.Read(name, ref json, symbols); break;
            }
        }

        return new BotOrder
        {
            Id = id,
            Intent = intent.Done(),
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
}
