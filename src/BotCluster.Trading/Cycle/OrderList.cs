using BotCluster.Trading.Bots;
using BotCluster.Trading.Markets;
using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;

namespace BotCluster.Trading.Cycle;

/// <summary>The bot's orders that have not ended. Every change goes to the journal, and an ended order leaves the list.</summary>
internal sealed class OrderList(BotState state, ITurnJournal journal)
{
    public bool IsEmpty => state.Orders.Count == 0;

    public int Count => state.Orders.Count;

    public BotOrder this[int index] => state.Orders[index];

    public BotOrder? Find(ClientOrderId id)
    {
        foreach (var order in state.Orders)
        {
            if (order.Id == id)
            {
                return order;
            }
        }

        return null;
    }

    public BotOrder? Of(Symbol symbol, OrderPurpose purpose)
    {
        foreach (var order in state.Orders)
        {
            if (order.Intent.Symbol == symbol && order.Intent.Purpose == purpose)
            {
                return order;
            }
        }

        return null;
    }

    public BotOrder? Of(OrderPurpose purpose)
    {
        foreach (var order in state.Orders)
        {
            if (order.Intent.Purpose == purpose)
            {
                return order;
            }
        }

        return null;
    }

    public void Add(BotOrder order, DateTimeOffset at)
    {
        state.Orders.Add(order);
        journal.Write(new Fact.OrderChanged(order, at));
    }

    public BotOrder Change(BotOrder order, DateTimeOffset at)
    {
        var index = state.Orders.FindIndex(known => known.Id == order.Id);
        if (order.Status.IsFinal())
        {
            state.Orders.RemoveAt(index);
        }
        else
        {
            state.Orders[index] = order;
        }

        journal.Write(new Fact.OrderChanged(order, at));
        return order;
    }
}
