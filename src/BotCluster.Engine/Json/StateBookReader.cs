using System.Text.Json;
using BotCluster.Trading.Markets;
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
            var draft = new PaperOrderDraft();
            while (StateFields.Next(ref json, out var name))
            {
                draft.Read(name, ref json, symbols);
            }

            orders.Add(draft.Done());
        }
    }
}
