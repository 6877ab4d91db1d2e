using BotCluster.Trading.Orders;
using BotCluster.Trading.Ports;

namespace BotCluster.Trading.Bots;

/// <summary>Who a bot is in this installation and epoch: all that its order ids spell but the number.</summary>
public sealed record BotIdentity(BotDefinition Definition, string Installation, int Epoch)
{
    public ClientOrderId OrderId(long number) => ClientOrderId.Of(Installation, Definition.Number, Epoch, number);
}
